package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The trained version in use for a symbol and timeframe, with its card.
 *
 * @param version name of the version
 * @param symbol instrument it was trained on, the only one it serves
 * @param timeframe length of the bars
 * @param inUseSince when it was taken into use
 * @param trainedAt when it was trained
 * @param dataFrom start of the first bar it was trained on
 * @param dataTo start of the last one
 * @param dataBars how many
 * @param edge whether its report shows an edge by the stated rule
 * @param verdict of the report, in a sentence
 * @param figures of bars it was not trained on
 * @param report path of its report, a page of its own
 */
public record TrainedVersion(
        String version,
        String symbol,
        Timeframe timeframe,
        Instant inUseSince,
        Instant trainedAt,
        Instant dataFrom,
        Instant dataTo,
        int dataBars,
        boolean edge,
        String verdict,
        TestFigures figures,
        String report) {

    /**
     * What it did on bars it was not trained on, all folds together.
     *
     * @param from start of the first bar
     * @param to start of the last bar
     * @param rows rows that were tested
     * @param hitRate share in which the more probable outcome came true, 0 to 1; absent for a policy, which states no
     *     probability of an outcome
     * @param auc area under the receiver operating characteristic; absent for a policy
     * @param brier mean squared error of the probabilities; absent for a policy
     * @param baseRateBrier the same for the share of the training part; absent for a policy
     * @param trades trades that ended
     * @param winRate share of them with a profit after costs, 0 to 1; absent without a trade
     * @param profitPercent profit after costs in percent of the traded amount
     * @param buyAndHoldPercent what holding the instrument brought after costs
     * @param probabilisticSharpe probability that the Sharpe ratio of daily profits is above zero; absent without a
     *     trade
     * @param profitAboveZero share of bootstrap draws over days with a profit, 0 to 1
     */
    public record TestFigures(
            Instant from,
            Instant to,
            int rows,
            @Nullable Double hitRate,
            @Nullable Double auc,
            @Nullable Double brier,
            @Nullable Double baseRateBrier,
            int trades,
            @Nullable Double winRate,
            double profitPercent,
            double buyAndHoldPercent,
            @Nullable Double probabilisticSharpe,
            double profitAboveZero) {}
}
