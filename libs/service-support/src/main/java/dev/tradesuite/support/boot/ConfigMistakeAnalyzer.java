package dev.tradesuite.support.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a {@link ConfigMistake} without its stack trace. */
final class ConfigMistakeAnalyzer extends AbstractFailureAnalyzer<ConfigMistake> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ConfigMistake cause) {
        return new FailureAnalysis(cause.getMessage() + ".", cause.remedy(), cause);
    }
}
