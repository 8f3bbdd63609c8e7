package dev.tradesuite.portfolio.rotation.web;

import static java.util.Objects.requireNonNullElse;

import dev.tradesuite.contracts.portfolio.RotationRules;
import dev.tradesuite.portfolio.rotation.RotationLimits;

/** The rules of rotation between contracts and domain; what is left out stays. */
final class RotationRulesMapper {

    private RotationRulesMapper() {}

    static RotationLimits changed(RotationLimits before, RotationRules stated) {
        RotationLimits.Lag lag = before.lag();
        RotationLimits.Substitute substitute = before.substitute();
        RotationLimits.Handling handling = before.handling();
        return new RotationLimits(
                new RotationLimits.Lag(
                        requireNonNullElse(stated.days(), lag.days()),
                        requireNonNullElse(stated.runningDays(), lag.running()),
                        requireNonNullElse(stated.sharpeShare(), lag.sharpeShare()),
                        requireNonNullElse(stated.targetSharpe(), lag.targetSharpe())),
                new RotationLimits.Substitute(
                        requireNonNullElse(stated.correlationBelow(), substitute.correlation()),
                        requireNonNullElse(stated.correlationDays(), substitute.days()),
                        requireNonNullElse(stated.probability(), substitute.probability())),
                new RotationLimits.Handling(
                        requireNonNullElse(stated.automatic(), handling.automatic()),
                        requireNonNullElse(stated.reduceTo(), handling.reduceTo()),
                        requireNonNullElse(stated.answerDays(), handling.answerDays()),
                        requireNonNullElse(stated.restDays(), handling.restDays()),
                        requireNonNullElse(stated.staleDays(), handling.staleDays())));
    }

    static RotationRules of(RotationLimits limits) {
        RotationLimits.Lag lag = limits.lag();
        RotationLimits.Substitute substitute = limits.substitute();
        RotationLimits.Handling handling = limits.handling();
        return new RotationRules(
                lag.days(),
                lag.running(),
                lag.sharpeShare(),
                lag.targetSharpe(),
                substitute.correlation(),
                substitute.days(),
                substitute.probability(),
                handling.reduceTo(),
                handling.automatic(),
                handling.answerDays(),
                handling.restDays(),
                handling.staleDays());
    }
}
