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
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The limit is 5 % of the 10,000 USD the day began with: 500. A trade of 0.4 lots loses 200 at its stop. */
class DailyLossCheckTest {

    @Test
    void passesBelowSeventyPercentOfTheLimit() {
        // 149 lost + 200 = 349, below 350
        CheckResult result = dailyLoss("0.4", TestAccount.of("9851").dayBeganWith("10000"));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "3.49", "5", "1.51");
    }

    @Test
    void warnsFromSeventyPercentOfTheLimitOn() {
        // 150 lost + 200 = 350
        CheckResult result = dailyLoss("0.4", TestAccount.of("9850").dayBeganWith("10000"));

        assertOutcome(result, RiskLevel.WARNING, RiskReason.NEAR_LIMIT);
        assertMeasured(result, "3.5", "5", "1.5");
    }

    @Test
    void passesAtTheLimit() {
        // 300 lost + 200 = 500
        CheckResult result = dailyLoss("0.4", TestAccount.of("9700").dayBeganWith("10000"));

        assertOutcome(result, RiskLevel.WARNING, RiskReason.NEAR_LIMIT);
        assertMeasured(result, "5", "5", "0");
    }

    @Test
    void failsAboveTheLimit() {
        // 300.01 lost + 200 = 500.01
        CheckResult result = dailyLoss("0.4", TestAccount.of("9699.99").dayBeganWith("10000"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.DAILY_LOSS_LIMIT);
        assertMeasured(result, "5.0001", "5", "-0.0001");
        assertThat(result.message())
                .isEqualTo("daily loss 5.0001 %, limit 5 %: loss today 300.01 USD, open positions to their stops 0.00"
                        + " USD, held for other orders 0.00 USD, this trade at its stop 200.00 USD; day began with"
                        + " 10000.00 USD");
    }

    @Test
    void countsLossesHeldForOtherOrders() {
        // 100 lost + 200.01 held + 200 = 500.01
        CheckResult result =
                dailyLoss("0.4", TestAccount.of("9900").dayBeganWith("10000").reserving("200.01", "0"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.DAILY_LOSS_LIMIT);
    }

    @Test
    void thirdTradeOfTwoPercentIsDeniedWhileTwoAreOpen() {
        // 100,000 x 0.4 x 0.0050 = 200 each: 200 + 200 open and 200 new are 6 % of 10,000
        TestAccount two = TestAccount.of("10000").losing("200").holding("GBPUSD", Side.BUY, "0.4", "50800");
        CheckResult second = dailyLoss("0.4", two);
        CheckResult third = dailyLoss("0.4", two.losing("200").holding("USDJPY", Side.SELL, "0.6", "60000"));

        assertOutcome(second, RiskLevel.WARNING, RiskReason.NEAR_LIMIT);
        assertMeasured(second, "4", "5", "1");
        assertOutcome(third, RiskLevel.CRITICAL, RiskReason.DAILY_LOSS_LIMIT);
        assertMeasured(third, "6", "5", "-1");
    }

    @Test
    void lossFromTheMarkToTheStopCountsWhateverThePositionHasWon() {
        // Equity has the profit the stop would give back: 140 and 200 of 10,000.
        CheckResult result = dailyLoss("0.4", TestAccount.of("10000").holdingEurusd(Side.BUY, "0.4", "140"));

        assertMeasured(result, "3.4", "5", "1.6");
    }

    @Test
    void stakesOfTheAccountCountWithAllTheyAreWorth() {
        // 140 in a position, 159.99 in stakes and 200 new: 499.99; the stakes take margin as well
        TestAccount account = TestAccount.of("10000").staking("159.99").holdingEurusd(Side.BUY, "0.4", "140");

        CheckResult result = dailyLoss("0.4", account);

        assertOutcome(result, RiskLevel.WARNING, RiskReason.NEAR_LIMIT);
        assertMeasured(result, "4.9999", "5", "0.0001");
        assertThat(result.message()).contains("open positions to their stops 140.00 USD, open stakes 159.99 USD");
        assertOutcome(dailyLoss("0.4", account.staking("160.01")), RiskLevel.CRITICAL, RiskReason.DAILY_LOSS_LIMIT);
    }

    @Test
    void anotherStakeCountsWithThoseThatAreOpen() {
        // 450 open and 50 new are the 500 that may be lost; a cent more is too much
        TestAccount account = TestAccount.of("10000").staking("450");

        assertMeasured(result(RiskCheckName.DAILY_LOSS, stake("50"), account), "5", "5", "0");
        assertOutcome(
                result(RiskCheckName.DAILY_LOSS, stake("50.01"), account),
                RiskLevel.CRITICAL,
                RiskReason.DAILY_LOSS_LIMIT);
        assertOutcome(
                result(RiskCheckName.DAILY_LOSS, Assessed.withoutOpenRisk(stake("50.01"), account)),
                RiskLevel.SAFE,
                RiskReason.WITHIN_LIMIT);
    }

    private static ProposedStake stake(String amount) {
        return new ProposedStake("540234", new BigDecimal(amount));
    }

    @Test
    void stopThatTheMarkHasReachedLosesNothingMore() {
        CheckResult result = dailyLoss("0.4", TestAccount.of("10000").holdingEurusd(Side.BUY, "0.4", "0"));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "2", "5", "3");
    }

    @Test
    void positionWithoutAStopCountsWithTheDefaultDistanceAndIsNamed() {
        // 50 pips are the default of EURUSD: 0.2 lots lose 100
        CheckResult result = dailyLoss("0.4", TestAccount.of("10000").holdingEurusd(Side.BUY, "0.2", null));

        assertOutcome(result, RiskLevel.WARNING, RiskReason.OPEN_POSITION_WITHOUT_STOP);
        assertMeasured(result, "3", "5", "2");
        assertThat(result.message()).endsWith("; without a stop, counted at its default distance: EURUSD");
    }

    @Test
    void openRiskCountsOnlyWhereTheSettingSaysSo() {
        TestAccount account = TestAccount.of("10000").holdingEurusd(Side.BUY, "0.8", null);

        CheckResult result = result(RiskCheckName.DAILY_LOSS, Assessed.withoutOpenRisk(buyEurusd("0.4"), account));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "2", "5", "3");
    }

    @Test
    void profitOfTheDayMakesRoom() {
        // 600 won, 400 held, 200 new: at worst the day ends where it began
        CheckResult result =
                dailyLoss("0.4", TestAccount.of("10600").dayBeganWith("10000").reserving("400", "0"));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "0", "5", "5");
    }

    @Test
    void newDayBeginsWithTheEquityKnownBeforeIt() {
        // Yesterday lost 900. Today has lost nothing: 200 / 9,100 = 2.1978... %
        LocalDate yesterday = TestAccount.TODAY.minusDays(1);
        CheckResult result =
                dailyLoss("0.4", TestAccount.of("9100").dayBeganWith("10000").onDay(yesterday));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "2.1979", "5", "2.8021");
    }

    @Test
    void deniesWithoutAStop() {
        CheckResult result = result(
                RiskCheckName.DAILY_LOSS,
                TestTrades.trade("EURUSD", Side.BUY, "0.01", "1.0835", null),
                TestAccount.of("10000"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.STOP_MISSING);
        assertThat(result.reading().measured()).isNull();
        assertThat(result.reading().limit()).isEqualByComparingTo("5");
    }

    @Test
    void deniesWhenTheDayBeganWithoutEquity() {
        CheckResult result = dailyLoss("0.01", TestAccount.of("100").dayBeganWith("0"));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.EQUITY_NOT_POSITIVE);
    }

    private static CheckResult dailyLoss(String lots, TestAccount account) {
        return result(RiskCheckName.DAILY_LOSS, buyEurusd(lots), account);
    }
}
