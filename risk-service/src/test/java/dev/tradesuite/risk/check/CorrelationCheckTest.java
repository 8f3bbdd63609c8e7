package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assertMeasured;
import static dev.tradesuite.risk.check.Assessed.assertOutcome;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.buyEurusd;
import static dev.tradesuite.risk.check.TestTrades.sellEurusd;
import static dev.tradesuite.risk.check.TestTrades.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Limits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits: correlation 0.70, of which 70 % is 0.49; net exposure 1,000 % of 10,000 USD, of which 70 % is 70,000 USD. */
class CorrelationCheckTest {

    @ParameterizedTest
    @CsvSource({
        "0.4899, SAFE,     WITHIN_LIMIT,      0.2101",
        "0.49,   WARNING,  NEAR_LIMIT,        0.21",
        "0.70,   WARNING,  NEAR_LIMIT,        0",
        "0.7001, CRITICAL, CORRELATION_LIMIT, -0.0001",
        "-0.95,  SAFE,     WITHIN_LIMIT,      1.65",
    })
    void comparesTheCorrelationOfReturns(double correlation, RiskLevel level, RiskReason reason, String headroom) {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000").holding("GBPUSD", Side.BUY, "0.01", "1270"),
                Map.of("GBPUSD", correlation));

        assertOutcome(result, level, reason);
        assertMeasured(result, Double.toString(correlation), "0.70", headroom);
        assertThat(result.reading().unit()).isEqualTo(Reading.Unit.RATIO);
    }

    @ParameterizedTest
    @CsvSource({"BUY, BUY, 0.9", "BUY, SELL, -0.9", "SELL, BUY, -0.9", "SELL, SELL, 0.9"})
    void countsTheSidesOfBoth(Side held, Side wanted, String measured) {
        CheckResult result = correlated(
                wanted == Side.BUY ? buyEurusd("0.01") : sellEurusd("0.01"),
                TestAccount.of("10000").holding("GBPUSD", held, "0.01", "1270"),
                Map.of("GBPUSD", 0.9));

        assertThat(result.reading().measured()).isEqualByComparingTo(measured);
    }

    @Test
    void takesTheHoldingItMovesWithMost() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000")
                        .holding("GBPUSD", Side.BUY, "0.01", "1270")
                        .holding("USDCHF", Side.SELL, "0.01", "1000"),
                Map.of("GBPUSD", 0.5, "USDCHF", -0.8));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CORRELATION_LIMIT);
        assertThat(result.message()).startsWith("correlation 0.8 with SELL USDCHF, sides counted");
    }

    @Test
    void positionInTheSameSymbolIsNoOtherOne() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000")
                        .holding("EURUSD", Side.BUY, "0.01", "1083.50")
                        .with("EURUSD", Side.BUY, "0.01", "1083.50", RiskHolding.Standing.PENDING),
                Map.of());

        // 3 x 1,083.50 of 10,000 in EUR and in USD: what there is to say of the same symbol is its exposure.
        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertMeasured(result, "32.505", "1000", "967.495");
        assertThat(result.message()).startsWith("no other position to correlate with");
    }

    @Test
    void pendingOrdersCount() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000").with("GBPUSD", Side.BUY, "0.01", "1270", RiskHolding.Standing.PENDING),
                Map.of("GBPUSD", 0.9));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CORRELATION_LIMIT);
    }

    @Test
    void ordersThatOnlyReduceDoNotCount() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000").with("GBPUSD", Side.BUY, "0.01", "1270", RiskHolding.Standing.CLOSING),
                Map.of("GBPUSD", 0.9));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
    }

    @Test
    void missingDataIsAWarningThatSaysSo() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000")
                        .holding("GBPUSD", Side.BUY, "0.01", "1270")
                        .holding("USDCOP", Side.BUY, "0.01", "1000"),
                Map.of("GBPUSD", 0.1));

        assertOutcome(result, RiskLevel.WARNING, RiskReason.CORRELATION_DATA_MISSING);
        assertThat(result.reading().measured()).isEqualByComparingTo("0.1");
        assertThat(result.message()).contains("not known with USDCOP (12 common returns of 30 needed)");
    }

    @Test
    void withNothingButMissingDataNothingIsMeasured() {
        CheckResult result = correlated(
                buyEurusd("0.01"), TestAccount.of("10000").holding("GBPUSD", Side.BUY, "0.01", "1270"), Map.of());

        assertOutcome(result, RiskLevel.WARNING, RiskReason.CORRELATION_DATA_MISSING);
        assertThat(result.reading().measured()).isNull();
    }

    @Test
    void missingDataDoesNotHideAPairThatDenies() {
        CheckResult result = correlated(
                buyEurusd("0.01"),
                TestAccount.of("10000")
                        .holding("USDCOP", Side.BUY, "0.01", "1000")
                        .holding("GBPUSD", Side.BUY, "0.01", "1270"),
                Map.of("GBPUSD", 0.9));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CORRELATION_LIMIT);
    }

    @Test
    void limitOfOneSwitchesTheCorrelationOff() {
        TestAccount account = TestAccount.of("10000")
                .limitedBy(TestAccount.limits("5", "15", "5", "80", "1", "1000"))
                .holding("GBPUSD", Side.BUY, "0.01", "1270")
                .holding("USDCOP", Side.BUY, "0.01", "1000");

        CheckResult result = correlated(buyEurusd("0.01"), account, Map.of("GBPUSD", 1.0));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertThat(result.reading().measured()).isEqualByComparingTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        // lots x 108,350 USD of 10,000 USD: both currencies are equally exposed, EUR is named
        "0.64, SAFE,     WITHIN_LIMIT,            693.44,  306.56",
        "0.65, WARNING,  NEAR_LIMIT,              704.275, 295.725",
        "0.92, WARNING,  NEAR_LIMIT,              996.82,  3.18",
        "0.93, CRITICAL, CURRENCY_EXPOSURE_LIMIT, 1007.655, -7.655",
    })
    void limitsTheNetExposureInACurrency(
            String lots, RiskLevel level, RiskReason reason, String measured, String headroom) {
        CheckResult result = correlated(buyEurusd(lots), TestAccount.of("10000"), Map.of());

        assertOutcome(result, level, reason);
        assertMeasured(result, measured, "1000", headroom);
        assertThat(result.reading().unit()).isEqualTo(Reading.Unit.PERCENT);
        assertThat(result.message()).contains("net exposure in EUR");
    }

    @Test
    void exposureAddsUpOverPairs() {
        // Short USD by 60,000 through GBPUSD, and by 43,340 through this: 103,340 of 10,000
        CheckResult result = correlated(
                buyEurusd("0.4"),
                TestAccount.of("10000").holding("GBPUSD", Side.BUY, "0.47", "60000"),
                Map.of("GBPUSD", 0.1));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CURRENCY_EXPOSURE_LIMIT);
        assertThat(result.message()).contains("net exposure in USD 103340.00 USD, 1033.4 % of equity");
    }

    @Test
    void exposureThatIsNarrowedDoesNotDeny() {
        // Short USD by 120,000; buying USD for 20,000 CHF leaves 100,000, still at the limit, but opens only 20,000 CHF
        CheckResult result = correlated(
                trade("USDCHF", Side.BUY, "0.2", "0.88", "0.8750"),
                TestAccount.of("10000").holding("GBPUSD", Side.BUY, "0.94", "120000"),
                Map.of("GBPUSD", 0.1));

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
    }

    @Test
    void pendingOrdersNeverMakeRoom() {
        // A pending sale of 90,000 EUR may come to nothing: 50,000 more are judged as if it did
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.SELL, "0.01", "1000")
                .with("EURUSD", Side.SELL, "0.83", "90000", RiskHolding.Standing.PENDING)
                .with("EURUSD", Side.BUY, "0.55", "60000", RiskHolding.Standing.PENDING);

        CheckResult result = correlated(buyEurusd("0.40"), account.limitedBy(withoutCorrelation()), Map.of());

        // -1,000 + 60,000 + 43,340 = 102,340
        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CURRENCY_EXPOSURE_LIMIT);
        assertMeasured(result, "1023.4", "1000", "-23.4");
    }

    @Test
    void sharesHaveNoCurrencyExposure() {
        CheckResult result =
                correlated(trade("AAPL", Side.BUY, "100", "200", "198"), TestAccount.of("10000"), Map.of());

        assertOutcome(result, RiskLevel.SAFE, RiskReason.WITHIN_LIMIT);
        assertThat(result.reading().measured()).isNull();
        assertThat(result.message()).contains("no exposure in a currency");
    }

    @Test
    void holdingOfUnknownValueDenies() {
        RiskHolding strange = new RiskHolding(
                "XYZUSD",
                Side.BUY,
                Lots.of("1"),
                new Legs.Unknown(new Figure.Unknown(RiskReason.CONVERSION_RATE_MISSING, "not in the catalogue")),
                RiskHolding.Standing.BOOKED,
                Figure.zero(),
                true);

        CheckResult result =
                correlated(buyEurusd("0.01"), TestAccount.of("10000").with(strange), Map.of("XYZUSD", 0.0));

        assertOutcome(result, RiskLevel.CRITICAL, RiskReason.CONVERSION_RATE_MISSING);
    }

    private static CheckResult correlated(ProposedTrade trade, TestAccount account, Map<String, Double> correlations) {
        return result(RiskCheckName.CORRELATION, Assessed.assess(trade, account, correlations));
    }

    private static Limits withoutCorrelation() {
        return TestAccount.limits("5", "15", "5", "80", "1", "1000");
    }
}
