package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EURUSD allows 2 to 2,000 pips; the warnings begin at 1,400 and end at 2 / 0.7 = 2.857... */
class StopLossCheckTest {

    @ParameterizedTest
    @CsvSource({
        // 50 pips, and the two bounds with a tenth of a pip on either side
        "1.07850, SAFE,     WITHIN_LIMIT,   50,     2000, 1950",
        "1.08331, CRITICAL, STOP_TOO_CLOSE, 1.9,    2,    -0.1",
        "1.08330, WARNING,  NEAR_LIMIT,     2,      2,    0",
        "1.08322, WARNING,  NEAR_LIMIT,     2.8,    2,    0.8",
        "1.08321, SAFE,     WITHIN_LIMIT,   2.9,    2000, 1997.1",
        "0.94351, SAFE,     WITHIN_LIMIT,   1399.9, 2000, 600.1",
        "0.94350, WARNING,  NEAR_LIMIT,     1400,   2000, 600",
        "0.88350, WARNING,  NEAR_LIMIT,     2000,   2000, 0",
        "0.88349, CRITICAL, STOP_TOO_FAR,   2000.1, 2000, -0.1",
    })
    void measuresTheDistanceInPips(
            String stop, RiskLevel level, RiskReason reason, String measured, String limit, String headroom) {
        CheckResult result = stopLoss(Side.BUY, stop);

        assertOutcome(result, level, reason);
        assertMeasured(result, measured, limit, headroom);
        assertThat(result.reading().unit()).isEqualTo(Reading.Unit.PIPS);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 1.0835", "BUY, 1.0885", "SELL, 1.0835", "SELL, 1.0785"})
    void refusesAStopThatDoesNotProtect(Side side, String stop) {
        assertOutcome(stopLoss(side, stop), RiskLevel.CRITICAL, RiskReason.STOP_ON_WRONG_SIDE);
    }

    @Test
    void refusesATradeWithoutAStop() {
        CheckResult result = result(
                RiskCheckName.STOP_LOSS, trade("EURUSD", Side.BUY, "0.4", "1.0835", null), TestAccount.of("10000"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.STOP_MISSING);
        assertThat(result.reading().measured()).isNull();
    }

    private static CheckResult stopLoss(Side side, String stop) {
        return result(RiskCheckName.STOP_LOSS, trade("EURUSD", side, "0.01", "1.0835", stop), TestAccount.of("10000"));
    }
}
