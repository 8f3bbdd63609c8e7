package dev.tradesuite.risk.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.risk.account.Share;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({
        // 5 % of 10,000 is 500, 70 % of that 350
        "349.99999999, 10000, false, false",
        "350,          10000, true,  false",
        "500,          10000, true,  false",
        "500.00000001, 10000, true,  true",
        // 5 % of 3 has no end as a quotient, but is compared exactly
        "0.15,         3,     true,  false",
        "0.15000001,   3,     true,  true",
    })
    void comparesWithoutRounding(BigDecimal part, BigDecimal whole, boolean near, boolean exceeds) {
        Share share = new Share(part, whole);

        assertThat(share.isNear(new BigDecimal("5"))).isEqualTo(near);
        assertThat(share.exceeds(new BigDecimal("5"))).isEqualTo(exceeds);
    }

    @ParameterizedTest
    @CsvSource({"500, 10000, 5", "1, 3, 33.3334", "0, 3, 0", "10000, 1, 1000000", "500.00000001, 10000, 5.0001"})
    void percentNeverUnderstates(BigDecimal part, BigDecimal whole, String percent) {
        assertThat(new Share(part, whole).percent()).isEqualTo(new BigDecimal(percent));
    }

    @Test
    void nothingIsLessThanNothing() {
        assertThat(new Share(new BigDecimal("-100"), BigDecimal.TEN).percent()).isZero();
    }

    @Test
    void aWholeOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(BigDecimal.ONE, BigDecimal.ZERO))
                .withMessageContaining("whole must be above 0");
    }
}
