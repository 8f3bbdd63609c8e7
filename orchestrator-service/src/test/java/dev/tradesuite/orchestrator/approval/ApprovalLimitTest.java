package dev.tradesuite.orchestrator.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalLimitTest {

    private static final BigDecimal EQUITY = new BigDecimal("10000");

    /** 150 % of 10,000 are 15,000. */
    @ParameterizedTest
    @CsvSource({
        "50000, 50000, false",
        "50000, 50000.01, true",
        "150 %, 15000, false",
        "150%, 15000.01, true",
        "0, 0.01, true"
    })
    void tradeIsAboveOnlyWhenItIsWorthMore(String setting, BigDecimal worth, boolean above) {
        assertThat(ApprovalLimit.parse(setting)
                        .exceededBy(Optional.of(worth), EQUITY, "USD")
                        .isPresent())
                .isEqualTo(above);
    }

    @Test
    void saysWhatItIsWorthAndWhatGoesWithout() {
        assertThat(ApprovalLimit.parse("150 %").exceededBy(Optional.of(new BigDecimal("43340")), EQUITY, "USD"))
                .map(Reason::message)
                .contains("The trade is worth 43340.00 USD; above 15000.00 USD (150 % of equity) it needs approval.");
    }

    @Test
    void tradeOfUnknownWorthIsAboveAnyLimit() {
        assertThat(ApprovalLimit.parse("50000").exceededBy(Optional.empty(), EQUITY, "USD"))
                .isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutASettingNothingNeedsApproval(@Nullable String setting) {
        assertThat(ApprovalLimit.parse(setting).exceededBy(Optional.empty(), EQUITY, "USD"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "much", "10 percent", "%"})
    void anythingElseIsRefused(String setting) {
        assertThatThrownBy(() -> ApprovalLimit.parse(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
