package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models that have an account. {@code GET /api/models}.
 *
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param models in the order of the strategies
 * @param reason why the list is empty
 */
public record ModelList(
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<ModelEntry> models,
        @Nullable Reason reason) {

    /**
     * A model.
     *
     * @param modelVersion version of its newest signal; absent when it has none, as of imported records
     * @param proxy whether a rule stands in for a trained model
     * @param card of the trained version that decides from now on, of a run over the past of the model version; absent
     *     while a rule decides, and until the brain has told it
     * @param problem {@code MODEL_UNREADABLE} while a rule stands in for a version that cannot be read; absent
     *     otherwise
     */
    public record ModelEntry(
            String strategyCode,
            String strategyName,
            StrategyType strategyType,
            @Nullable String modelVersion,
            @Nullable Boolean proxy,
            @Nullable ListedCard card,
            @Nullable Reason problem) {}

    /**
     * What a trained version is worth and where it comes from.
     *
     * @param version its name
     * @param inUseSince when it was taken into use
     * @param trainedAt when it was trained
     * @param dataFrom start of the first bar it was trained on
     * @param dataTo start of the last one
     * @param dataBars how many
     * @param edge whether its report shows an edge by the stated rule
     * @param verdict of the report, in a sentence
     * @param figures of bars it was not trained on, by name; those that could not be computed are left out
     * @param report path of its report, a page
     */
    public record ListedCard(
            String version,
            Instant inUseSince,
            Instant trainedAt,
            Instant dataFrom,
            Instant dataTo,
            int dataBars,
            boolean edge,
            String verdict,
            Map<String, Double> figures,
            String report) {}
}
