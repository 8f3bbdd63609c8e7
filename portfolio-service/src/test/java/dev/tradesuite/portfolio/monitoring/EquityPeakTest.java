package dev.tradesuite.portfolio.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquityPeakTest {

    @Test
    void firstLossCounts() {
        assertThat(peak("9000").drawdown(new BigDecimal("9000"))).isCloseTo(0.1, within(1e-12));
        assertThat(peak("12000").peak()).isEqualByComparingTo("12000");
    }

    /** 10 % below 10,000; 8,000 of the 9,000 are paid out: 1,000 is 10 % below 1,111.11. */
    @Test
    void whatIsPaidOutIsNoFall() {
        EquityPeak after = peak("9000").after(WatchedAccounts.account("1000", "-8000", 2, List.of()));

        assertThat(after.peak().doubleValue()).isCloseTo(10_000.0 / 9, within(1e-9));
        assertThat(after.drawdown(new BigDecimal("1000"))).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void whatIsPaidInIsNoGain() {
        EquityPeak after = peak("9000").after(WatchedAccounts.account("18000", "9000", 2, List.of()));

        assertThat(after.drawdown(new BigDecimal("18000"))).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void olderReportChangesNothing() {
        EquityPeak peak = peak("9000");

        assertThat(peak.after(WatchedAccounts.account("20000", "0", 1, List.of())))
                .isEqualTo(peak);
    }

    private static EquityPeak peak(String equity) {
        return EquityPeak.first(WatchedAccounts.account(equity, List.of()));
    }
}
