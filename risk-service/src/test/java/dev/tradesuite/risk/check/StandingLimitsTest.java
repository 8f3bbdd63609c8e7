package dev.tradesuite.risk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskLimitName;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StandingLimitsTest {

    private static final Correlations NONE_KNOWN =
            (_, _) -> new PairCorrelation.Missing("12 common returns of 30 needed");

    @Test
    void idleAccountHasAllItsRoom() {
        StandingRisk standing = measured(TestAccount.of("10000"));

        assertThat(standing.level()).isEqualTo(RiskLevel.SAFE);
        assertThat(standing.limits()).extracting(MeasuredLimit::name).containsExactly(RiskLimitName.values());
        assertThat(standing.limits())
                .filteredOn(limit -> limit.name() != RiskLimitName.CORRELATION)
                .allSatisfy(limit -> {
                    assertThat(limit.reading().measured()).isEqualByComparingTo(BigDecimal.ZERO);
                    assertThat(limit.reading().headroom())
                            .isEqualByComparingTo(
                                    Objects.requireNonNull(limit.reading().limit()));
                });
        assertThat(limit(standing, RiskLimitName.CORRELATION).message())
                .isEqualTo("nothing to correlate with one another");
        assertThat(standing.exposures()).isEmpty();
        assertThat(standing.tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    /** Lost 150, 100 to the stop and 50 held: 300 of 10,000. Equity 9,850 of 10,200 at most; 2,500 + 500 of margin. */
    @Test
    void formulasAreThoseOfTheChecks() {
        TestAccount account = TestAccount.of("9850")
                .dayBeganWith("10000")
                .oncePeakedAt("10200")
                .usingMargin("2500")
                .reserving("50", "500")
                .losing("100")
                .holding("EURUSD", Side.BUY, "0.2", "21670");

        StandingRisk standing = measured(account);

        assertMeasured(standing, RiskLimitName.DAILY_LOSS, "3", "2");
        // 350 / 10,200 = 3.43137...
        assertMeasured(standing, RiskLimitName.DRAWDOWN, "3.4314", "11.5686");
        // 100 / 9,850 = 1.01522...
        assertMeasured(standing, RiskLimitName.POSITION_SIZE, "1.0153", "3.9847");
        // 3,000 / 9,850 = 30.45685...
        assertMeasured(standing, RiskLimitName.MARGIN, "30.4569", "49.5431");
        // 21,670 / 9,850 = 220
        assertMeasured(standing, RiskLimitName.CURRENCY_EXPOSURE, "220", "780");
        assertThat(limit(standing, RiskLimitName.DAILY_LOSS).message())
                .isEqualTo("daily loss 3 %, limit 5 %: loss today 150.00 USD, open positions to their stops 100.00 USD,"
                        + " held for orders 50.00 USD; day began with 10000.00 USD");
        assertThat(limit(standing, RiskLimitName.POSITION_SIZE).message())
                .contains("BUY EURUSD loses most at its stop, 100.00 USD");
    }

    @Test
    void levelsBeginAtSeventyPercentAndBeyondTheLimit() {
        assertThat(daily("9651").level()).isEqualTo(RiskLevel.SAFE);
        assertThat(daily("9650").level()).isEqualTo(RiskLevel.WARNING);
        assertThat(daily("9650").reason()).isEqualTo(RiskReason.NEAR_LIMIT);
        assertThat(daily("9500").level()).isEqualTo(RiskLevel.WARNING);
        assertThat(daily("9499").level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(daily("9499").reason()).isEqualTo(RiskReason.DAILY_LOSS_LIMIT);
        assertThat(daily("9499").reading().headroom()).isNegative();
        assertThat(daily("10500").reading().measured()).as("a profitable day").isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static MeasuredLimit daily(String equity) {
        return limit(measured(TestAccount.of(equity).dayBeganWith("10000")), RiskLimitName.DAILY_LOSS);
    }

    @Test
    void twoThatMoveTogetherMostAreTold() {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.01", "1083")
                .holding("GBPUSD", Side.BUY, "0.01", "1270")
                .with("USDCHF", Side.SELL, "0.01", "1000", RiskHolding.Standing.PENDING)
                .with("USDJPY", Side.SELL, "0.01", "1000", RiskHolding.Standing.CLOSING);
        Correlations known = (one, other) -> new PairCorrelation.Known(
                one.equals("EURUSD") && other.equals("GBPUSD") ? 0.6 : one.equals("EURUSD") ? -0.9 : 0.1, 60);

        MeasuredLimit correlation = limit(measured(account, known), RiskLimitName.CORRELATION);

        // -0.9 x long x short
        assertThat(correlation.reading().measured()).isEqualByComparingTo("0.9");
        assertThat(correlation.reading().unit()).isEqualTo(Reading.Unit.RATIO);
        assertThat(correlation.level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(correlation.message()).isEqualTo("correlation 0.9 of BUY EURUSD and SELL USDCHF, sides counted");
    }

    @Test
    void missingCorrelationIsAWarningAndSaysSo() {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.01", "1083")
                .holding("GBPUSD", Side.BUY, "0.01", "1270");

        MeasuredLimit correlation = limit(measured(account), RiskLimitName.CORRELATION);
        assertThat(correlation.level()).isEqualTo(RiskLevel.WARNING);
        assertThat(correlation.reason()).isEqualTo(RiskReason.CORRELATION_DATA_MISSING);
        assertThat(correlation.reading().measured()).isNull();
        assertThat(correlation.message()).isEqualTo("not known of EURUSD and GBPUSD (12 common returns of 30 needed)");

        Limits unlimited = TestAccount.limits("5", "15", "5", "80", "1", "1000");
        assertThat(limit(measured(account.limitedBy(unlimited)), RiskLimitName.CORRELATION)
                        .level())
                .isEqualTo(RiskLevel.SAFE);
    }

    @Test
    void exposureIsToldForEachCurrencyTheWidestFirst() {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.2", "21670")
                .with("EURGBP", Side.SELL, "0.1", "10835", RiskHolding.Standing.PENDING);

        List<NetExposure> exposures = measured(account).exposures();

        assertThat(exposures).extracting(NetExposure::currency).containsExactly("EUR", "USD", "GBP");
        assertThat(exposures.getFirst().booked()).isEqualByComparingTo("21670");
        assertThat(exposures.getFirst().widest())
                .as("the pending one may come to nothing")
                .isEqualByComparingTo("21670");
        assertThat(exposures.get(1).booked()).isEqualByComparingTo("-21670");
        assertThat(exposures.getLast().booked()).isEqualByComparingTo("0");
        assertThat(exposures.getLast().widest()).isEqualByComparingTo("10835");
        assertThat(exposures.getFirst().reading().measured()).isEqualByComparingTo("216.7");
    }

    @Test
    void whatCannotBeMeasuredIsAbsentAndCritical() {
        TestAccount stale = TestAccount.of("10000")
                .markedAt(TestAccount.NOW.minus(Duration.ofDays(4)))
                .holding("EURUSD", Side.BUY, "0.01", "1083");

        StandingRisk standing = measured(stale);

        assertThat(standing.level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(standing.limits())
                .filteredOn(limit -> limit.name() != RiskLimitName.CORRELATION)
                .allSatisfy(limit -> {
                    assertThat(limit.reason()).isEqualTo(RiskReason.EQUITY_STALE);
                    assertThat(limit.reading().measured()).isNull();
                });
        assertThat(standing.exposures())
                .extracting(exposure -> exposure.reading().measured())
                .containsOnlyNulls();
    }

    @Test
    void holdingThatIsNotUnderstoodMakesItsLimitsUnknown() {
        Figure.Unknown why = new Figure.Unknown(RiskReason.CONVERSION_RATE_MISSING, "ABC is not known");
        TestAccount account = TestAccount.of("10000")
                .with(new RiskHolding(
                        "ABC",
                        Side.BUY,
                        new Lots(BigDecimal.ONE),
                        new Legs.Unknown(why),
                        RiskHolding.Standing.BOOKED,
                        why,
                        false));

        StandingRisk standing = measured(account);

        for (RiskLimitName name :
                List.of(RiskLimitName.DAILY_LOSS, RiskLimitName.POSITION_SIZE, RiskLimitName.CURRENCY_EXPOSURE)) {
            assertThat(limit(standing, name).message()).isEqualTo("ABC is not known");
        }
        assertThat(standing.exposures()).isEmpty();
    }

    @Test
    void statesThatApplyTodayAreTold() {
        TestAccount account = TestAccount.of("10000")
                .restricted(TradingState.REDUCE_ONLY, TestAccount.TODAY.minusDays(1))
                .restricted(TradingStateScope.ALL, "all", TradingState.HALTED);

        StandingRisk standing = measured(account);

        assertThat(standing.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(standing.restrictions())
                .extracting(StateEntry::subject)
                .extracting(Object::toString)
                .containsExactly("everything");
    }

    @Test
    void accountThatIsNotKnownHasNoStanding() {
        AccountView unknown = new AccountView.Unknown("no such account", TestAccount.DEFAULT_LIMITS, List.of());

        assertThat(service(unknown, NONE_KNOWN).of("main")).isEmpty();
    }

    private static StandingRisk measured(TestAccount account) {
        return measured(account, NONE_KNOWN);
    }

    private static StandingRisk measured(TestAccount account, Correlations correlations) {
        Optional<StandingRisk> standing =
                service(new AccountView.Known(account.snapshot()), correlations).of("main");
        return standing.orElseThrow();
    }

    private static HeadroomService service(AccountView view, Correlations correlations) {
        return new HeadroomService(
                Duration.ofDays(3),
                CountedRisk.ALL,
                new OneAccountViews(view),
                new CorrelationSource() {
                    @Override
                    public <T> T conclude(Window window, Function<Correlations, T> conclusion) {
                        return conclusion.apply(correlations);
                    }
                },
                RiskDay.MIDNIGHT_UTC,
                FixedClock.at(TestAccount.NOW.toString()));
    }

    private static MeasuredLimit limit(StandingRisk standing, RiskLimitName name) {
        return standing.limits().stream()
                .filter(limit -> limit.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static void assertMeasured(StandingRisk standing, RiskLimitName name, String measured, String headroom) {
        Reading reading = limit(standing, name).reading();
        assertThat(reading.measured()).isEqualByComparingTo(measured);
        assertThat(reading.headroom()).isEqualByComparingTo(headroom);
    }
}
