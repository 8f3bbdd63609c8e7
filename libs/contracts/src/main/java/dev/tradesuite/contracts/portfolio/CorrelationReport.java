package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strategies move together. {@code GET /api/v1/correlation}.
 *
 * @param asOf when the returns were read
 * @param version of the returns: it grows with every refresh and every correction
 * @param window how many returns it looks back
 * @param estimator how it was estimated
 * @param shrinkage weight of the target, 0 to 1; absent for sample correlations
 * @param labels what the returns are labelled; several only when they were asked for mixed
 * @param from first day; absent when there is no return at all
 * @param to last day
 * @param partial whether the last row is of a day that is not over yet; hours are told of when they are over
 * @param observations common returns of the known pair with the fewest; 0 when no pair is known
 * @param codes of the strategies, in the order of the matrix
 * @param matrix correlations, with ones on the diagonal and null where a pair has none
 * @param absentPairs why a pair has none
 * @param withoutReturns strategies that have no return in the window
 * @param absentReturns why they have none
 * @param average mean of the known correlations of different strategies
 * @param diversificationRatio of equal weights
 * @param effectiveBets effective number of independent strategies
 * @param figuresOf strategies the ratio, the bets and the clusters rest on: all their pairs are known
 * @param absentFigures figures that cannot be computed, and why
 * @param clusters groups of strategies that are alike, the largest first
 * @param breaches pairs above the limit, the highest correlation first
 */
public record CorrelationReport(
        Instant asOf,
        long version,
        CorrelationWindow window,
        CorrelationEstimator estimator,
        @Nullable Double shrinkage,
        List<RunLabel> labels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean partial,
        int observations,
        List<String> codes,
        List<List<@Nullable Double>> matrix,
        List<AbsentPair> absentPairs,
        List<String> withoutReturns,
        List<AbsentReturns> absentReturns,
        @Nullable Double average,
        @Nullable Double diversificationRatio,
        @Nullable Double effectiveBets,
        List<String> figuresOf,
        List<AbsentFigure> absentFigures,
        List<AlikeStrategies> clusters,
        List<AlikePair> breaches) {

    /**
     * A pair without a correlation.
     *
     * @param observations returns the two have in common
     */
    public record AbsentPair(String a, String b, int observations, Reason reason) {}

    /** A strategy without returns. */
    public record AbsentReturns(String code, Reason reason) {}

    /**
     * A figure that cannot be computed.
     *
     * @param figure its name in the answer
     */
    public record AbsentFigure(String figure, Reason reason) {}

    /**
     * A group of strategies that are alike.
     *
     * @param average mean correlation of its pairs; absent for a single strategy
     */
    public record AlikeStrategies(List<String> codes, @Nullable Double average) {}

    /**
     * A pair above the limit.
     *
     * @param limit the limit
     */
    public record AlikePair(String a, String b, double correlation, double limit) {}
}
