package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationWatch.PairChange;
import dev.tradesuite.portfolio.correlation.CorrelationWatch.RegimeChange;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationWatchTest {

    private static final StrategyPair PAIR = new StrategyPair("A", "B");

    private final CorrelationWatch watch = new CorrelationWatch(0.6, 0.2, 0.05);

    /** Begins above 0.6, ends below 0.55, and between the two stays what it was. */
    @ParameterizedTest
    @CsvSource({
        "0.60, false, none",
        "0.61, false, begins",
        "0.61, true,  none",
        "0.57, true,  none",
        "0.57, false, none",
        "0.55, true,  none",
        "0.54, true,  ends"
    })
    void pairBeginsAboveItsLimitAndEndsBelowTheMargin(double correlation, boolean alike, String expected) {
        List<PairChange> changes = watch.pairs(alike ? Set.of(PAIR) : Set.of(), two(correlation));

        assertThat(changes)
                .isEqualTo(
                        switch (expected) {
                            case "begins" -> List.of(new PairChange(PAIR, true, OptionalDouble.of(correlation)));
                            case "ends" -> List.of(new PairChange(PAIR, false, OptionalDouble.of(correlation)));
                            default -> List.of();
                        });
    }

    @Test
    void pairWhoseCorrelationIsNotKnownStaysAsItIs() {
        assertThat(watch.pairs(Set.of(PAIR), two(Double.NaN))).isEmpty();
    }

    @Test
    void pairOfAStrategyThatIsGoneIsOver() {
        StrategyPair gone = new StrategyPair("A", "Z");

        assertThat(watch.pairs(Set.of(gone), two(0.1)))
                .containsExactly(new PairChange(gone, false, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.50, 0.29, false, true",
        "0.29, 0.50, false, true",
        "0.50, 0.31, false, ",
        "0.46, 0.30, true,  ",
        "0.44, 0.30, true,  false"
    })
    void regimeBeginsAboveItsLimitAndEndsBelowTheMargin(
            double shortMean, double longMean, boolean shifted, @Nullable Boolean expected) {
        assertThat(watch.regime(shifted, OptionalDouble.of(shortMean), OptionalDouble.of(longMean)))
                .isEqualTo(Optional.ofNullable(expected).map(now -> new RegimeChange(now, shortMean, longMean)));
    }

    @Test
    void regimeIsNotKnownWithoutBothMeans() {
        assertThat(watch.regime(false, OptionalDouble.of(0.9), OptionalDouble.empty()))
                .isEmpty();
    }

    private static CorrelationSnapshot two(double correlation) {
        OptionalDouble none = OptionalDouble.empty();
        return new CorrelationSnapshot(
                1,
                Instant.EPOCH,
                new CorrelationSnapshot.Basis(
                        CorrelationWindow.DAYS_90,
                        CorrelationEstimator.SAMPLE,
                        List.of(),
                        Optional.empty(),
                        false,
                        List.of()),
                List.of("A", "B"),
                PairCorrelations.ofTriangle(2, new double[] {correlation}, new int[] {90}),
                new CorrelationSnapshot.Figures(none, none, none, none));
    }
}
