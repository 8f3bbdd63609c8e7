package dev.tradesuite.quant.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnsTest {

    @Test
    void simpleReturnIsThePriceOverThePreviousOneMinusOne() {
        // 102/100 - 1 = 0.02; 96.9/102 - 1 = -0.05
        assertThat(Returns.simple(new double[] {100, 102, 96.9}))
                .containsExactly(new double[] {0.02, -0.05}, within(1e-15));
    }

    @Test
    void logarithmicReturnsAddUpToTheWholeMove() {
        double[] returns = Returns.log(new double[] {100, 102, 96.9, 110});
        // ln(110/100)
        assertThat(Arrays.stream(returns).sum()).isCloseTo(0.0953101798, within(1e-10));
        // ln 1.02
        assertThat(returns[0]).isCloseTo(0.0198026273, within(1e-10));
    }

    @Test
    void fewerThanTwoPricesHaveNoReturns() {
        assertThat(Returns.simple(new double[] {})).isEmpty();
        assertThat(Returns.simple(new double[] {1})).isEmpty();
        assertThat(Returns.log(new double[] {1})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoPrice(double price) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Returns.simple(new double[] {1, price}))
                .withMessageContaining("price 1 must be finite and above zero");
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.log(new double[] {price, 1}));
    }
}
