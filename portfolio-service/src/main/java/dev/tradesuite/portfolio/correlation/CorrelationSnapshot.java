package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.quant.diversification.AlikeGroups;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Correlations at a moment.
 *
 * @param version of the returns
 * @param asOf when the returns were read
 * @param basis what they rest on
 * @param codes of the strategies
 * @param pairs in the order of the codes
 * @param figures what they come to
 */
public record CorrelationSnapshot(
        long version, Instant asOf, Basis basis, List<String> codes, PairCorrelations pairs, Figures figures) {

    public CorrelationSnapshot {
        codes = List.copyOf(codes);
    }

    /**
     * What correlations rest on.
     *
     * @param days first and last; empty when there is no return
     * @param partial whether the last day is not over yet
     * @param withoutReturns strategies that have none
     */
    public record Basis(
            CorrelationWindow window,
            CorrelationEstimator estimator,
            List<RunLabel> labels,
            Optional<Days> days,
            boolean partial,
            List<String> withoutReturns) {

        public Basis {
            labels = List.copyOf(labels);
            withoutReturns = List.copyOf(withoutReturns);
        }
    }

    /** First and last day. */
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * What correlations come to; empty where it cannot be computed.
     *
     * @param shrinkage weight of the target of a shrunk estimate
     * @param average of the known pairs
     * @param diversificationRatio of equal weights of the strategies all of whose pairs are known
     * @param effectiveBets of the same
     */
    public record Figures(
            OptionalDouble shrinkage,
            OptionalDouble average,
            OptionalDouble diversificationRatio,
            OptionalDouble effectiveBets) {}

    /** A pair above a limit. */
    public record Alike(StrategyPair pair, double correlation) {}

    /** Strategies that are alike, by code; average is that of their pairs, and empty for a single one. */
    public record Group(List<String> codes, OptionalDouble average) {}

    /** The pairs above a limit, the highest first. */
    public List<Alike> above(double limit) {
        return IntStream.range(0, codes.size())
                .boxed()
                .flatMap(i -> IntStream.range(i + 1, codes.size())
                        .filter(j -> pairs.get(i, j).orElse(-1) > limit)
                        .mapToObj(j -> new Alike(
                                StrategyPair.of(codes.get(i), codes.get(j)),
                                pairs.get(i, j).orElseThrow())))
                .sorted(Comparator.comparingDouble(alike -> -alike.correlation()))
                .toList();
    }

    /** Correlation of two strategies; empty when it is not known. */
    public OptionalDouble of(StrategyPair pair) {
        int a = codes.indexOf(pair.a());
        int b = codes.indexOf(pair.b());
        return a < 0 || b < 0 ? OptionalDouble.empty() : pairs.get(a, b);
    }

    /** Codes of the strategies all of whose pairs are known, which ratio, bets and groups rest on. */
    public List<String> complete() {
        return Arrays.stream(pairs.complete()).mapToObj(codes::get).toList();
    }

    /** Groups of the strategies all of whose pairs are known, joined down to a correlation; the largest first. */
    public List<Group> groups(double limit) {
        int[] complete = pairs.complete();
        return complete.length == 0
                ? List.of()
                : AlikeGroups.of(pairs.matrix(complete), limit).stream()
                        .map(group -> group.stream().map(i -> complete[i]).toList())
                        .map(this::group)
                        .toList();
    }

    private Group group(List<Integer> members) {
        return new Group(
                members.stream().map(codes::get).toList(),
                members.stream()
                        .flatMap(i -> members.stream().filter(j -> i < j).map(j -> pairs.get(i, j)
                                .orElseThrow()))
                        .mapToDouble(Double::doubleValue)
                        .average());
    }
}
