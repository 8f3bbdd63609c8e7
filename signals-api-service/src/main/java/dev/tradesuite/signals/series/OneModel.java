package dev.tradesuite.signals.series;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one model a request is about.
 *
 * @param strategy which
 * @param selection with its account, or with none
 */
public record OneModel(ModelStrategy strategy, ModelSelection selection) {

    /** Its account; empty when it has none there. */
    public Optional<ModelAccount> account() {
        return selection.accounts().stream().findFirst();
    }

    /** Version of the model; null when it has no signal. */
    public @Nullable String modelVersion() {
        return account().map(ModelAccount::modelVersion).orElse(null);
    }

    /** Whether a rule stands in for the model; null when it has no signal. */
    public @Nullable Boolean proxy() {
        return account().map(ModelAccount::proxy).orElse(null);
    }
}
