package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.assess;
import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.buyEurusd;
import static dev.tradesuite.risk.check.TestTrades.meant;
import static dev.tradesuite.risk.check.TestTrades.sellEurusd;
import static dev.tradesuite.risk.check.TestTrades.trade;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.state.StateSubject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreTradeChecksTest {

    @Test
    void referenceTradeIsSafe() {
        TradeAssessment assessment = assess(buyEurusd("0.4"), TestAccount.of("10000"));

        assertThat(assessment.allowed()).isTrue();
        assertThat(assessment.level()).isEqualTo(RiskLevel.SAFE);
        assertThat(assessment.results()).hasSize(6).allMatch(CheckResult::allows);
        assertThat(assessment.warnings()).isEmpty();
        // 0.4 x 100,000 x 0.0050; 43,340 x 2 %; 0.4 x 100,000 x 1.0835
        assertThat(assessment.toHold())
                .contains(new Hold(
                        new BigDecimal("200.00"), new BigDecimal("866.80"), new BigDecimal("43340.00"), false));
    }

    @Test
    void everyCheckRunsAlsoAfterOneHasFailed() {
        // Nothing about this trade is right.
        TradeAssessment assessment = assess(
                trade("EURUSD", Side.BUY, "50", "1.0835", "1.08349"),
                TestAccount.of("8000")
                        .dayBeganWith("10000")
                        .oncePeakedAt("10000")
                        .holding("GBPUSD", Side.BUY, "1", "127000"),
                Map.of("GBPUSD", 0.9));

        assertThat(assessment.results()).extracting(CheckResult::check).containsExactly(RiskCheckName.values());
        assertThat(assessment.denials())
                .extracting(Reason::code)
                .containsExactly(
                        "DAILY_LOSS_LIMIT", "DRAWDOWN_LIMIT", "MARGIN_LIMIT", "CORRELATION_LIMIT", "STOP_TOO_CLOSE");
        assertThat(assessment.level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(assessment.toHold()).isEmpty();
    }

    @Test
    void levelIsTheWorstOfAll() {
        // 0.7 lots lose 350 USD: near two limits, and near the exposure limit
        TradeAssessment assessment = assess(buyEurusd("0.7"), TestAccount.of("10000"));

        assertThat(assessment.level()).isEqualTo(RiskLevel.WARNING);
        assertThat(assessment.allowed()).isTrue();
        assertThat(assessment.warnings())
                .extracting(Reason::code)
                .containsExactly("NEAR_LIMIT", "NEAR_LIMIT", "NEAR_LIMIT");
    }

    @Test
    void withoutAnAccountEverythingButTheStopDenies() {
        TradeAssessment assessment = assess(
                buyEurusd("0.4"),
                new AccountView.Unknown("the books have no account x", TestAccount.DEFAULT_LIMITS, List.of()));

        assertThat(assessment.allowed()).isFalse();
        assertThat(assessment.results().subList(0, 5))
                .allMatch(result -> result.reason() == RiskReason.ACCOUNT_UNKNOWN)
                .allMatch(result -> result.reading().measured() == null);
        assertThat(result(RiskCheckName.STOP_LOSS, assessment).allows()).isTrue();
        assertThat(assessment.denials()).containsExactly(new Reason("ACCOUNT_UNKNOWN", "the books have no account x"));
        assertThat(assessment.account()).isNull();
    }

    @Test
    void equityOfAnOpenPositionMustBeFresh() {
        TestAccount stale = TestAccount.of("10000")
                .markedAt(TestAccount.NOW.minus(Duration.ofDays(3)).minusMillis(1));

        assertThat(assess(buyEurusd("0.4"), stale).allowed())
                .as("without positions equity is cash, and cash does not age")
                .isTrue();

        TradeAssessment assessment = assess(buyEurusd("0.4"), stale.holding("USDJPY", Side.SELL, "0.01", "1000"));
        assertThat(assessment.denials()).extracting(Reason::code).containsExactly("EQUITY_STALE");
        assertThat(result(RiskCheckName.STOP_LOSS, assessment).allows()).isTrue();
    }

    @Test
    void equityAtTheAgeAllowedIsUsed() {
        TestAccount account = TestAccount.of("10000")
                .markedAt(TestAccount.NOW.minus(Duration.ofDays(3)))
                .holding("EURUSD", Side.SELL, "0.4", "43340");

        assertThat(assess(buyEurusd("0.4"), account).allowed()).isTrue();
    }

    @Test
    void orderThatOnlyReducesIsAllowedBeyondEveryLimit() {
        TestAccount ruined = TestAccount.of("100")
                .dayBeganWith("10000")
                .oncePeakedAt("10000")
                .usingMargin("9000")
                .holding("EURUSD", Side.BUY, "0.4", "43340");

        TradeAssessment assessment = assess(trade("EURUSD", Side.SELL, "0.4", "1.0835", null), ruined);

        assertThat(assessment.allowed()).isTrue();
        assertThat(assessment.results()).allMatch(result -> result.reason() == RiskReason.REDUCES_POSITION);
        assertThat(assessment.level()).isEqualTo(RiskLevel.WARNING);
        assertThat(result(RiskCheckName.DRAWDOWN, assessment).reading().measured())
                .isEqualByComparingTo("99");
        assertThat(assessment.toHold()).contains(new Hold(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, true));
    }

    @Test
    void tradeThatOpensForItsStrategyIsAnEntryThoughItLowersThePosition() {
        TestAccount account = TestAccount.of("10000").holding("EURUSD", Side.BUY, "0.4", "43340");

        TradeAssessment withStop =
                assess(meant(trade("EURUSD", Side.SELL, "0.4", "1.0835", "1.0885"), TradePurpose.OPENS), account);
        assertThat(withStop.allowed()).isTrue();
        // 0.4 x 100,000 x 0.0050; 43,340 x 2 %; 0.4 x 100,000 x 1.0835
        assertThat(withStop.toHold())
                .contains(new Hold(
                        new BigDecimal("200.00"), new BigDecimal("866.80"), new BigDecimal("43340.00"), false));

        assertThat(assess(meant(trade("EURUSD", Side.SELL, "0.4", "1.0835", null), TradePurpose.OPENS), account)
                        .denials())
                .extracting(Reason::code)
                .contains("STOP_MISSING");
    }

    @Test
    void closeOfAHoldingHoldsMarginForWhatItTakesBeyondZeroAndNoLimitApplies() {
        TestAccount ruined = TestAccount.of("100")
                .dayBeganWith("10000")
                .oncePeakedAt("10000")
                .usingMargin("9000")
                .holding("EURUSD", Side.BUY, "0.3", "32505")
                .with("EURUSD", Side.SELL, "0.1", "10835", RiskHolding.Standing.CLOSING)
                .with("EURUSD", Side.SELL, "0.1", "10835", RiskHolding.Standing.CROSSING);

        TradeAssessment assessment =
                assess(meant(trade("EURUSD", Side.SELL, "0.4", "1.0835", null), TradePurpose.CLOSES_HOLDING), ruined);

        assertThat(assessment.allowed()).isTrue();
        Hold hold = assessment.toHold().orElseThrow();
        // Of 0.3 others take 0.2: 0.1 reduces, 0.3 are beyond zero. 32,505 x 2 %
        assertThat(hold.reduces()).isTrue();
        assertThat(hold.margin()).isEqualByComparingTo("650.10");
        assertThat(hold.notional()).isEqualByComparingTo("32505");
        assertThat(hold.loss()).isPositive();
    }

    @Test
    void closeBeyondZeroWhoseMarginIsNotKnownIsDenied() {
        TestAccount account = TestAccount.of("10000").holding("EURGBP", Side.BUY, "0.1", "10000");

        assertThat(assess(
                                meant(trade("EURGBP", Side.SELL, "0.1", "0.8531", null), TradePurpose.CLOSES_HOLDING),
                                account)
                        .allowed())
                .as("all of it reduces")
                .isTrue();
        assertThat(assess(
                                meant(trade("EURGBP", Side.SELL, "0.2", "0.8531", null), TradePurpose.CLOSES_HOLDING),
                                account)
                        .denials())
                .extracting(Reason::code)
                .containsOnly("CONVERSION_RATE_MISSING");
    }

    @Test
    void staleEquityDoesNotKeepAPositionOpen() {
        TestAccount account = TestAccount.of("10000")
                .markedAt(TestAccount.NOW.minus(Duration.ofDays(30)))
                .holding("EURUSD", Side.BUY, "0.4", "43340");

        assertThat(assess(sellEurusd("0.4"), account).allowed()).isTrue();
    }

    @Test
    void orderLargerThanThePositionIsNewRisk() {
        TestAccount account = TestAccount.of("10000").holding("EURUSD", Side.BUY, "0.4", "43340");

        TradeAssessment assessment = assess(sellEurusd("0.41"), account);

        assertThat(result(RiskCheckName.POSITION_SIZE, assessment).reason()).isEqualTo(RiskReason.WITHIN_LIMIT);
        assertThat(assessment.toHold().orElseThrow().reduces()).isFalse();
    }

    @Test
    void orderOnTheSideOfThePositionDoesNotReduceIt() {
        TestAccount account = TestAccount.of("10000").holding("EURUSD", Side.BUY, "0.4", "43340");

        TradeAssessment assessment = assess(buyEurusd("0.1"), account);

        assertThat(assessment.denials()).as("a position may be enlarged").isEmpty();
        assertThat(assessment.toHold().orElseThrow().reduces()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RiskHolding.Standing.class,
            names = {"CLOSING", "PENDING"})
    void twoOrdersCannotCloseOnePositionTwice(RiskHolding.Standing pending) {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.4", "43340")
                .with("EURUSD", Side.SELL, "0.3", "32505", pending);

        assertThat(assess(sellEurusd("0.1"), account).toHold().orElseThrow().reduces())
                .isTrue();
        assertThat(assess(sellEurusd("0.2"), account).toHold().map(Hold::reduces))
                .as("0.3 of the 0.4 lots are spoken for")
                .isNotEqualTo(Optional.of(true));
    }

    @Test
    void archivedAccountTakesNoOrder() {
        TradeAssessment assessment = assess(
                sellEurusd("0.4"),
                TestAccount.of("10000")
                        .holding("EURUSD", Side.BUY, "0.4", "43340")
                        .archived());

        assertThat(assessment.allowed()).isFalse();
        assertThat(assessment.denials()).extracting(Reason::code).containsExactly("ACCOUNT_ARCHIVED");
    }

    @Test
    void haltedAllowsNothing() {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.4", "43340")
                .restricted(TradingState.HALTED, null);

        TradeAssessment assessment = assess(sellEurusd("0.4"), account);

        assertThat(assessment.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(assessment.allowed()).isFalse();
        assertThat(assessment.level()).isEqualTo(RiskLevel.CRITICAL);
        assertThat(assessment.denials())
                .containsExactly(
                        new Reason("TRADING_HALTED", "account main is halted since 2026-03-04T10:00:00Z: a test"));
    }

    @Test
    void reduceOnlyAllowsOnlyWhatReduces() {
        TestAccount account = TestAccount.of("10000")
                .holding("EURUSD", Side.BUY, "0.4", "43340")
                .restricted(TradingState.REDUCE_ONLY, null);

        assertThat(assess(sellEurusd("0.4"), account).allowed()).isTrue();
        assertThat(assess(sellEurusd("0.41"), account).denials())
                .extracting(Reason::code)
                .containsExactly("REDUCE_ONLY");
    }

    @ParameterizedTest
    @EnumSource(TradingStateScope.class)
    void strictestStateOfAllSubjectsCounts(TradingStateScope scope) {
        TestAccount account = TestAccount.of("10000")
                .restricted(TradingStateScope.ACCOUNT, "main", TradingState.ACTIVE)
                .restricted(TradingStateScope.STRATEGY, "momentum", TradingState.REDUCE_ONLY)
                .restricted(scope, "it", TradingState.HALTED);

        TradeAssessment assessment = assess(buyEurusd("0.01"), account);

        assertThat(assessment.tradingState()).isEqualTo(TradingState.HALTED);
        assertThat(assessment.denials()).extracting(Reason::code).containsExactly("TRADING_HALTED");
    }

    /** Who is refused wants to know whether others are too. */
    @Test
    void ofTwoThatAreAsStrictTheAccountIsNamed() {
        TestAccount strategy =
                TestAccount.of("10000").restricted(TradingStateScope.STRATEGY, "momentum", TradingState.REDUCE_ONLY);

        assertThat(assess(buyEurusd("0.01"), strategy).stateScope()).isEqualTo(TradingStateScope.STRATEGY);
        assertThat(assess(
                                buyEurusd("0.01"),
                                strategy.restricted(TradingStateScope.ACCOUNT, "main", TradingState.REDUCE_ONLY))
                        .stateScope())
                .isEqualTo(TradingStateScope.ACCOUNT);
        assertThat(assess(
                                buyEurusd("0.01"),
                                strategy.restricted(TradingStateScope.SYMBOL, "EURUSD", TradingState.HALTED))
                        .stateScope())
                .isEqualTo(TradingStateScope.SYMBOL);
        assertThat(assess(buyEurusd("0.01"), TestAccount.of("10000")).stateScope())
                .isNull();
    }

    @Test
    void everythingAtOnceIsNamedAsSuch() {
        TestAccount account = TestAccount.of("10000")
                .restricted(TradingStateScope.ACCOUNT, "main", TradingState.ACTIVE)
                .restricted(TradingStateScope.ALL, "all", TradingState.REDUCE_ONLY);

        assertThat(assess(buyEurusd("0.01"), account).denials())
                .containsExactly(new Reason(
                        "REDUCE_ONLY", "everything may only reduce positions since 2026-03-04T10:00:00Z: a test"));
    }

    @Test
    void tradeIsAboutEverythingTooWithOrWithoutAnAccount() {
        TradeSubjects about = new TradeSubjects("EURUSD", "momentum", "7");

        assertThat(about.subjects("main"))
                .extracting(StateSubject::toString)
                .containsExactlyInAnyOrder(
                        "everything", "account main", "symbol EURUSD", "strategy momentum", "portfolio 7");
        assertThat(about.subjects(null)).contains(StateSubject.everything());
        assertThat(TradeSubjects.ACCOUNT_ALONE.subjects("portfolio-7"))
                .extracting(StateSubject::toString)
                .containsExactlyInAnyOrder("everything", "portfolio 7");
    }

    @Test
    void restrictionForADayEndsWithIt() {
        TestAccount today = TestAccount.of("10000").restricted(TradingState.REDUCE_ONLY, TestAccount.TODAY);
        TestAccount yesterday =
                TestAccount.of("10000").restricted(TradingState.REDUCE_ONLY, TestAccount.TODAY.minusDays(1));

        assertThat(assess(buyEurusd("0.01"), today).allowed()).isFalse();
        assertThat(assess(buyEurusd("0.01"), yesterday).allowed()).isTrue();
        assertThat(assess(buyEurusd("0.01"), yesterday).tradingState()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    void findingsAreToldOnce() {
        TradeAssessment assessment =
                assess(trade("EURGBP", Side.BUY, "0.01", "0.8531", "0.8481"), TestAccount.of("10000"));

        assertThat(assessment.denials()).hasSize(1);
        assertThat(Arrays.stream(RiskCheckName.values())
                        .map(check -> result(check, assessment).level()))
                .containsExactly(
                        RiskLevel.CRITICAL,
                        RiskLevel.SAFE,
                        RiskLevel.CRITICAL,
                        RiskLevel.CRITICAL,
                        RiskLevel.CRITICAL,
                        RiskLevel.SAFE);
    }
}
