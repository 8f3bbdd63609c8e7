package dev.tradesuite.learning.model;

import dev.tradesuite.learning.report.ModelReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that was just trained and has no version yet.
 *
 * @param kind which of the models it is
 * @param createdAt when it was trained
 * @param origin the bars
 * @param recipe features, parameters and seed
 * @param report what it is worth
 * @param text the model itself, as the program that trained it writes it
 * @param rules what makes a trade of its score; absent for a policy
 */
public record ModelDraft(
        ModelKind kind,
        Instant createdAt,
        ModelOrigin origin,
        ModelRecipe recipe,
        ModelReport report,
        String text,
        @Nullable ClassifierRules rules) {}
