package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.buyEurusd;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit is 15 % of the highest equity so far, here 10,000 USD; 70 % of that is 10.5 %. */
class DrawdownCheckTest {

    @ParameterizedTest
    @CsvSource({
        "10000,   SAFE,     WITHIN_LIMIT,   0,       15",
        "8950.01, SAFE,     WITHIN_LIMIT,   10.4999, 4.5001",
        "8950,    WARNING,  NEAR_LIMIT,     10.5,    4.5",
        "8500,    WARNING,  NEAR_LIMIT,     15,      0",
        "8499.99, CRITICAL, DRAWDOWN_LIMIT, 15.0001, -0.0001",
    })
    void measuresTheFallFromTheHighestEquity(
            String equity, RiskLevel level, RiskReason reason, String measured, String headroom) {
        CheckResult result = result(
                RiskCheckName.DRAWDOWN,
                buyEurusd("0.01"),
                TestAccount.of(equity).oncePeakedAt("10000"));

        assertOutcome(result, level, reason);
        assertMeasured(result, measured, "15", headroom);
    }
}
