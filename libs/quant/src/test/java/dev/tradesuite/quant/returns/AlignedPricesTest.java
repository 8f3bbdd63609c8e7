package dev.tradesuite.quant.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AlignedPricesTest {

    @Test
    void keepsOnlyTheTimesBothHave() {
        AlignedPrices aligned = AlignedPrices.of(
                PriceHistory.of(new long[] {1, 2, 4, 5}, new double[] {10, 11, 12, 13}),
                PriceHistory.of(new long[] {2, 3, 4, 6}, new double[] {20, 21, 22, 23}));
        assertThat(aligned.first()).containsExactly(11, 12);
        assertThat(aligned.second()).containsExactly(20, 22);
    }

    /** Returns +10 %, -10 %, +10 % against +1 %, -1 %, +1 %: they always move together, whatever the gap at time 3. */
    @Test
    void correlatesReturnsOverTheSameStretchesAcrossAGap() {
        AlignedPrices aligned = AlignedPrices.of(
                PriceHistory.of(new long[] {1, 2, 3, 4, 5}, new double[] {100, 110, 500, 99, 108.9}),
                PriceHistory.of(new long[] {1, 2, 4, 5}, new double[] {1, 1.01, 0.9999, 1.009899}));
        assertThat(aligned.correlationOfLast(3)).hasValueCloseTo(1.0, within(1e-9));
    }

    @Test
    void looksOnlyAtTheNewestReturns() {
        // Together at first, opposite at the end.
        AlignedPrices aligned = AlignedPrices.of(
                PriceHistory.of(new long[] {1, 2, 3, 4, 5, 6}, new double[] {1, 2, 1, 2, 1, 2}),
                PriceHistory.of(new long[] {1, 2, 3, 4, 5, 6}, new double[] {1, 2, 1, 0.5, 1, 0.5}));
        assertThat(aligned.correlationOfLast(3)).hasValueCloseTo(-1.0, within(1e-9));
        assertThat(aligned.correlationOfLast(5).orElseThrow()).isGreaterThan(-1 + 1e-9);
    }

    @Test
    void isAbsentWithTooFewCommonReturns() {
        PriceHistory prices = PriceHistory.of(new long[] {1, 2, 3}, new double[] {1, 2, 3});
        assertThat(AlignedPrices.of(prices, prices).correlationOfLast(3)).isEmpty();
        assertThat(AlignedPrices.of(prices, prices).correlationOfLast(2)).isPresent();
    }

    @Test
    void isAbsentWhenAPriceStandsStill() {
        PriceHistory moving = PriceHistory.of(new long[] {1, 2, 3}, new double[] {1, 2, 3});
        PriceHistory still = PriceHistory.of(new long[] {1, 2, 3}, new double[] {4, 4, 4});
        assertThat(AlignedPrices.of(moving, still).correlationOfLast(2)).isEmpty();
    }

    @Test
    void refusesHistoriesThatAreNotInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceHistory.of(new long[] {1, 1}, new double[] {1, 2}))
                .withMessageContaining("time 1");
        assertThatIllegalArgumentException().isThrownBy(() -> PriceHistory.of(new long[] {1}, new double[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> PriceHistory.of(new long[] {1}, new double[] {0}));
    }

    @Test
    void doesNotShareItsArrays() {
        double[] prices = {1, 2, 4};
        PriceHistory history = PriceHistory.of(new long[] {1, 2, 3}, prices);
        prices[2] = 100;
        AlignedPrices aligned = AlignedPrices.of(history, history);
        aligned.first()[2] = 100;
        assertThat(aligned.first()).containsExactly(1, 2, 4);
    }
}
