package dev.tradesuite.risk.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.quant.returns.PriceHistory;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.ReturnPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CorrelationRulesTest {

    private static final ReturnPeriod D1 = new ReturnPeriod("D1", Duration.ofDays(1));

    private final CorrelationRules rules = rules(4, 3);

    @Test
    void correlatesLogarithmicReturns() {
        // Returns ln 2, -ln 2, ln 2 against ln 4, 0, ln 2, in units of ln 2: (1, -1, 1) and (2, 0, 1).
        // Means 1/3 and 1; products 2/3 x 1 + -4/3 x -1 + 2/3 x 0 = 2;
        // squares 4/9 + 16/9 + 4/9 = 8/3 and 1 + 1 + 0 = 2; 2 / sqrt(16/3) = 0.8660...
        PairCorrelation correlation = correlate(prices(new double[] {1, 2, 1, 2}, new double[] {1, 4, 4, 8}));

        assertThat(correlation).isInstanceOfSatisfying(PairCorrelation.Known.class, known -> {
            assertThat(known.value()).isCloseTo(Math.sqrt(3) / 2, within(1e-12));
            assertThat(known.returns()).isEqualTo(3);
        });
    }

    @Test
    void onlyTheWindowCounts() {
        // The first return is against the others, but five returns are one too many.
        double[] first = {1, 2, 1, 3, 1, 4};
        double[] second = {2, 1, 0.5, 1.5, 0.5, 2};

        assertThat(correlate(prices(first, second))).isInstanceOfSatisfying(PairCorrelation.Known.class, known -> {
            assertThat(known.value()).isCloseTo(1, within(1e-12));
            assertThat(known.returns()).isEqualTo(4);
        });
    }

    @Test
    void tooFewReturnsAreCounted() {
        assertThat(correlate(prices(new double[] {1, 2, 1}, new double[] {1, 2, 1})))
                .isEqualTo(new PairCorrelation.Missing("2 common returns of 3 needed"));
        assertThat(correlate(prices(new double[0], new double[0])))
                .isEqualTo(new PairCorrelation.Missing("0 common returns of 3 needed"));
    }

    @Test
    void priceThatDoesNotMoveHasNoCorrelation() {
        assertThat(correlate(prices(new double[] {1, 1, 1, 1}, new double[] {1, 2, 1, 2})))
                .isEqualTo(new PairCorrelation.Missing("one of the prices does not move"));
    }

    @Test
    void windowMustHoldTheReturnsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(20, 30))
                .withMessageContaining("window must be at least min_returns");
    }

    @Test
    void returnsThatAreTooOldSayNothing() {
        // Closes of the days from 1970-01-01 on: the last of the four days ends on the 5th.
        AlignedPrices closes = prices(new double[] {1, 2, 1, 2}, new double[] {1, 4, 4, 8});

        assertThat(rules.correlate(closes, D1, Instant.parse("1970-01-15T00:00:00Z")))
                .isInstanceOf(PairCorrelation.Known.class);
        assertThat(rules.correlate(closes, D1, Instant.parse("1970-01-15T00:00:01Z")))
                .isEqualTo(new PairCorrelation.Missing(
                        "the newest common return is of 1970-01-05, more than 10 days before 1970-01-15"));
    }

    private PairCorrelation correlate(AlignedPrices closes) {
        return rules.correlate(closes, D1, Instant.EPOCH);
    }

    private static CorrelationRules rules(int window, int least) {
        return new CorrelationRules(
                D1,
                window,
                least,
                Duration.ofDays(10),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                Duration.ofDays(1));
    }

    private static AlignedPrices prices(double[] first, double[] second) {
        long[] times = LongStream.range(0, first.length)
                .map(day -> Duration.ofDays(day).toMillis())
                .toArray();
        return AlignedPrices.of(PriceHistory.of(times, first), PriceHistory.of(times, second));
    }
}
