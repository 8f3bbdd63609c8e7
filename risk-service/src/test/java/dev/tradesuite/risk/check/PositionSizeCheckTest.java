package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.buyEurusd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit is 5 % of 10,000 USD: 500. A lot loses 100,000 x 0.0050 = 500 at the stop. */
class PositionSizeCheckTest {

    @ParameterizedTest
    @CsvSource({
        "0.40, SAFE,     WITHIN_LIMIT,        2,    3",
        "0.69, SAFE,     WITHIN_LIMIT,        3.45, 1.55",
        "0.70, WARNING,  NEAR_LIMIT,          3.5,  1.5",
        "1.00, WARNING,  NEAR_LIMIT,          5,    0",
        "1.01, CRITICAL, POSITION_SIZE_LIMIT, 5.05, -0.05",
    })
    void measuresTheLossAtTheStop(String lots, RiskLevel level, RiskReason reason, String measured, String headroom) {
        CheckResult result = result(RiskCheckName.POSITION_SIZE, buyEurusd(lots), TestAccount.of("10000"));

        assertOutcome(result, level, reason);
        assertMeasured(result, measured, "5", headroom);
    }

    @Test
    void countsTheWholePositionThatIsEnlarged() {
        // 0.6 lots lose 300 from the mark to their stop, an order on its way 100, this trade 150: 550 of 10,000
        TestAccount account = TestAccount.of("10000")
                .holdingEurusd(Side.BUY, "0.6", "300")
                .losing("100")
                .with("EURUSD", Side.BUY, "0.2", "21670", RiskHolding.Standing.PENDING);

        CheckResult fits = result(RiskCheckName.POSITION_SIZE, buyEurusd("0.2"), account);
        CheckResult tooMuch = result(RiskCheckName.POSITION_SIZE, buyEurusd("0.3"), account);

        assertMeasured(fits, "5", "5", "0");
        assertOutcome(tooMuch, RiskLevel.CRITICAL, RiskReason.POSITION_SIZE_LIMIT);
        assertMeasured(tooMuch, "5.5", "5", "-0.5");
        assertThat(tooMuch.message())
                .endsWith("loss at the stop 150.00 USD, of the position it enlarges 400.00 USD; equity 10000.00 USD");
    }

    @Test
    void whatIsOnTheOtherSideOrInAnotherSymbolIsNotEnlarged() {
        TestAccount account = TestAccount.of("10000")
                .holdingEurusd(Side.SELL, "0.1", "50")
                .losing("400")
                .holding("GBPUSD", Side.BUY, "0.8", "101600");

        assertMeasured(result(RiskCheckName.POSITION_SIZE, buyEurusd("0.4"), account), "2", "5", "3");
    }

    @Test
    void countsTheEquityOfNowAndNotOfTheStartOfTheDay() {
        // 400 / 8,000 = 5 %
        CheckResult result = result(
                RiskCheckName.POSITION_SIZE,
                buyEurusd("0.8"),
                TestAccount.of("8000").dayBeganWith("10000"));

        assertMeasured(result, "5", "5", "0");
    }

    @Test
    void deniesWithoutAConversionRate() {
        CheckResult result = result(
                RiskCheckName.POSITION_SIZE,
                TestTrades.trade("EURGBP", Side.BUY, "0.1", "0.8531", "0.8481"),
                TestAccount.of("10000"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CONVERSION_RATE_MISSING);
    }

    @Test
    void needsNoRateWhenTheAccountIsInTheQuoteCurrency() {
        // 0.1 x 10 GBP x 50 pips = 50 GBP of 10,000 GBP
        CheckResult result = result(
                RiskCheckName.POSITION_SIZE,
                TestTrades.trade("EURGBP", Side.BUY, "0.1", "0.8531", "0.8481"),
                TestAccount.of("10000").in("GBP"));

        assertMeasured(result, "0.5", "5", "4.5");
    }
}
