package dev.tradesuite.portfolio.correlation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what has changed, with a margin between beginning and end, so that a figure that trembles at its limit is told
 * of once.
 *
 * @param pairLimit a pair above this correlation is too much alike
 * @param regimeLimit the regime has changed when the mean correlations of 30 and 365 returns are further apart
 * @param margin a pair, or a regime, is over when it is this much below its limit
 */
public record CorrelationWatch(double pairLimit, double regimeLimit, double margin) {

    /**
     * A pair that has become too much alike, or is so no longer.
     *
     * @param above whether it is now
     * @param correlation now; empty when it is not known any more
     */
    public record PairChange(StrategyPair pair, boolean above, OptionalDouble correlation) {}

    /**
     * The short and the long mean have come apart, or together again.
     *
     * @param shifted whether they are apart now
     */
    public record RegimeChange(boolean shifted, double shortMean, double longMean) {}

    /**
     * Pairs that have changed.
     *
     * @param alike those that were too much alike
     */
    List<PairChange> pairs(Set<StrategyPair> alike, CorrelationSnapshot now) {
        Stream<PairChange> ended = alike.stream()
                .filter(pair -> hasEnded(pair, now))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .map(pair -> new PairChange(pair, false, now.of(pair)));
        Stream<PairChange> begun = now.above(pairLimit).stream()
                .filter(one -> !alike.contains(one.pair()))
                .map(one -> new PairChange(one.pair(), true, OptionalDouble.of(one.correlation())));
        return Stream.concat(ended, begun).toList();
    }

    /** A pair whose correlation is not known just now stays as it is, unless one of the two is gone. */
    private boolean hasEnded(StrategyPair pair, CorrelationSnapshot now) {
        if (!now.codes().contains(pair.a()) || !now.codes().contains(pair.b())) {
            return true;
        }
        OptionalDouble correlation = now.of(pair);
        return correlation.isPresent() && correlation.getAsDouble() < pairLimit - margin;
    }

    /** The change of the regime; empty when there is none, or when one of the means is not known. */
    Optional<RegimeChange> regime(boolean shifted, OptionalDouble shortMean, OptionalDouble longMean) {
        if (shortMean.isEmpty() || longMean.isEmpty()) {
            return Optional.empty();
        }
        double apart = Math.abs(shortMean.getAsDouble() - longMean.getAsDouble());
        boolean now = shifted ? apart >= regimeLimit - margin : apart > regimeLimit;
        return now == shifted
                ? Optional.empty()
                : Optional.of(new RegimeChange(now, shortMean.getAsDouble(), longMean.getAsDouble()));
    }
}
