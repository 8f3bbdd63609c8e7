package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void roundsTheNinthDecimalUpDownOrEven() {
        assertThat(Amounts.up(new BigDecimal("1.000000001"))).isEqualByComparingTo("1.00000001");
        assertThat(Amounts.down(new BigDecimal("1.000000019"))).isEqualByComparingTo("1.00000001");
        assertThat(Amounts.even(new BigDecimal("1.000000015"))).isEqualByComparingTo("1.00000002");
        assertThat(Amounts.even(new BigDecimal("1.000000025"))).isEqualByComparingTo("1.00000002");
    }

    @Test
    void showsCentsAndNoFurtherTrailingZeros() {
        assertThat(Amounts.even(new BigDecimal("2E+2"))).hasToString("200.00");
        assertThat(Amounts.even(new BigDecimal("6.6666666666"))).hasToString("6.66666667");
        assertThat(Amounts.divided(BigDecimal.ONE, new BigDecimal("8"), RoundingMode.DOWN))
                .hasToString("0.125");
    }

    @Test
    void takesPartsAsPercentagesOfTheWhole() {
        // 199.9968 / 10,000 = 1.999968 %
        assertThat(Amounts.percent(new BigDecimal("199.9968"), new BigDecimal("10000")))
                .hasToString("2.00");
        assertThat(Amounts.percent(BigDecimal.ONE, new BigDecimal("3"))).hasToString("33.3333");
    }

    @Test
    void neverLeavesAnExponentWhenZerosAreStripped() {
        assertThat(Amounts.stripped(new BigDecimal("1E+6")).toString()).isEqualTo("1000000");
        assertThat(Amounts.stripped(new BigDecimal("0.500"))).hasToString("0.5");
    }
}
