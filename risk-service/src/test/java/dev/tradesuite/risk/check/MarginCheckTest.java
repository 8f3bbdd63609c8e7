package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.buyEurusd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit is 80 % of 10,000 USD: 8,000; 70 % of that is 5,600. 0.4 lots take 43,340 x 2 % = 866.80. */
class MarginCheckTest {

    @ParameterizedTest
    @CsvSource({
        // used, held for others: + 866.80
        "0,       0,       SAFE,     WITHIN_LIMIT, 8.668,   71.332",
        "4733.19, 0,       SAFE,     WITHIN_LIMIT, 55.9999, 24.0001",
        "4733.20, 0,       WARNING,  NEAR_LIMIT,   56,      24",
        "4000,    3133.20, WARNING,  NEAR_LIMIT,   80,      0",
        "4000,    3133.21, CRITICAL, MARGIN_LIMIT, 80.0001, -0.0001",
        "9500,    0,       CRITICAL, MARGIN_LIMIT, 103.668, -23.668",
    })
    void addsUsedReservedAndRequired(
            String used, String held, RiskLevel level, RiskReason reason, String measured, String headroom) {
        CheckResult result = result(
                RiskCheckName.MARGIN,
                buyEurusd("0.4"),
                TestAccount.of("10000").usingMargin(used).reserving("0", held));

        assertOutcome(result, level, reason);
        assertMeasured(result, measured, "80", headroom);
    }

    @Test
    void deniesWhenThereIsNoEquityLeft() {
        CheckResult result = result(
                RiskCheckName.MARGIN,
                buyEurusd("0.01"),
                TestAccount.of("-20").dayBeganWith("10000").oncePeakedAt("10000"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.EQUITY_NOT_POSITIVE);
        assertThat(result.reading().measured()).isNull();
    }
}
