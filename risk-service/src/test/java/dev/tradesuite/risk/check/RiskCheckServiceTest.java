package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskDay;
import dev.tradesuite.risk.check.TradeQuestion.Subject;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskCheckServiceTest {

    private final List<String> asked = new ArrayList<>();
    private Map<String, BigDecimal> stored = Map.of();
    private TestAccount main = TestAccount.of("10000");

    @Test
    void supposedAccountIsItsOwnPeakAndDayStart() {
        TradeAssessment assessment = assess(whatIf("10000", null));

        assertThat(assessment.level()).isEqualTo(RiskLevel.SAFE);
        assertThat(result(RiskCheckName.DRAWDOWN, assessment).reading().measured())
                .isZero();
        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("8.668");
    }

    @Test
    void supposedPositionsTakeMargin() {
        // 0.5 x 100,000 x 1.27 x 2 % = 1,270; with 866.80 that is 2,136.80 of 10,000
        TradeAssessment assessment = assess(whatIf("10000", null), position("GBPUSD", Side.SELL, "0.5", "1.27"));

        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("21.368");
    }

    @Test
    void statedMarginIncludesThatOfWhatIfPositions() {
        TradeAssessment assessment = assess(whatIf("10000", "500"), position("GBPUSD", Side.SELL, "0.5", "1.27"));

        // 500 + 866.80
        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("13.668");
    }

    @Test
    void positionsOfAWhatIfAccountCanBeReduced() {
        TradeAssessment assessment = assess(whatIf("10000", null), position("EURUSD", Side.SELL, "0.4", "1.09"));

        assertThat(assessment.results()).allMatch(result -> result.reason() == RiskReason.REDUCES_POSITION);
    }

    @Test
    void positionsWhatIfBesideTheBooksCannotBeReduced() {
        TradeAssessment assessment =
                assess(new Subject.Remembered("main"), position("EURUSD", Side.SELL, "0.4", "1.09"));

        assertThat(result(RiskCheckName.POSITION_SIZE, assessment).reason()).isEqualTo(RiskReason.WITHIN_LIMIT);
    }

    @Test
    void positionsWhatIfBesideTheBooksCountAsWell() {
        main = TestAccount.of("10000").usingMargin("3000").holding("USDJPY", Side.SELL, "0.1", "10000");

        TradeAssessment assessment =
                assess(new Subject.Remembered("main"), position("EURUSD", Side.BUY, "0.1", "1.09"));

        // 3,000 in the books + 0.1 x 109,000 x 2 % + 866.80
        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("40.848");
        // 10,000 short in the books + 0.1 x 109,000 + 0.4 x 108,350
        assertThat(result(RiskCheckName.CORRELATION, assessment).message())
                .contains("net exposure in USD 64240.00 USD");
    }

    @Test
    void pricesAreAskedForOnlyWhereThoseSentDoNotDo() {
        stored = Map.of("GBPUSD", new BigDecimal("1.25"));

        TradeAssessment assessment = assess(
                whatIf("10000", null),
                position("EURUSD", Side.BUY, "0.1", null),
                position("GBPUSD", Side.SELL, "0.1", null));

        // The price of the trade does for EURUSD: 0.1 x 108,350 and 0.1 x 100,000 x 1.25, at 2 %, and 866.80
        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("13.335");
        assertThat(asked).containsExactly("GBPUSD");
    }

    @Test
    void positionThatCannotBeValuedDenies() {
        TradeAssessment assessment = assess(whatIf("10000", null), position("GBPCHF", Side.SELL, "0.1", "1.1176"));

        assertThat(asked).contains("GBPCHF", "USDCHF");
        assertThat(result(RiskCheckName.MARGIN, assessment).reason()).isEqualTo(RiskReason.CONVERSION_RATE_MISSING);
        assertThat(result(RiskCheckName.CORRELATION, assessment).reason())
                .isEqualTo(RiskReason.CONVERSION_RATE_MISSING);
    }

    @Test
    void sharesNeedAPrice() {
        stored = Map.of("AAPL", new BigDecimal("200"));

        TradeAssessment assessment = assess(whatIf("10000", null), position("AAPL", Side.BUY, "10", null));

        // 10 x 200 x 20 % + 866.80
        assertThat(result(RiskCheckName.MARGIN, assessment).reading().measured())
                .isEqualByComparingTo("12.668");
    }

    @Test
    void supposedPositionCountsForTheDayWithTheLossToItsStop() {
        // GBPUSD at 1.27 with its stop at 1.265: 0.3 x 100,000 x 0.005 = 150; with the trade's 200 that is 3.5 %
        TradeAssessment assessment =
                assess(new Subject.Remembered("main"), stopped(position("GBPUSD", Side.BUY, "0.3", "1.27"), "1.265"));

        CheckResult day = result(RiskCheckName.DAILY_LOSS, assessment);
        assertThat(day.reading().measured()).isEqualByComparingTo("3.5");
        assertThat(day.reason()).isEqualTo(RiskReason.NEAR_LIMIT);
    }

    @Test
    void supposedPositionsAreDeniedLikeThoseInTheBooks() {
        // 0.4 lots of GBPUSD and 0.6 of USDJPY lose 200 each; with this trade's 200 that is 6 % of the day
        TradeAssessment assessment = assess(
                new Subject.Remembered("main"),
                stopped(position("GBPUSD", Side.BUY, "0.4", "1.27"), "1.265"),
                stopped(position("USDJPY", Side.SELL, "0.6", "150"), "150.5"));

        CheckResult day = result(RiskCheckName.DAILY_LOSS, assessment);
        assertThat(day.reason()).isEqualTo(RiskReason.DAILY_LOSS_LIMIT);
        assertThat(day.reading().measured()).isEqualByComparingTo("6");
    }

    @Test
    void supposedPositionWithoutAStopCountsWithTheDefaultDistanceAndIsNamed() {
        // 50 pips are the default of GBPUSD: 0.2 lots lose 100
        TradeAssessment assessment = assess(whatIf("10000", null), position("GBPUSD", Side.BUY, "0.2", "1.27"));

        CheckResult day = result(RiskCheckName.DAILY_LOSS, assessment);
        assertThat(day.reading().measured()).isEqualByComparingTo("3");
        assertThat(day.reason()).isEqualTo(RiskReason.OPEN_POSITION_WITHOUT_STOP);
        assertThat(day.message()).endsWith("counted at its default distance: GBPUSD");
    }

    @Test
    void stopBeyondThePriceHasLockedAProfitInAndLosesNothing() {
        TradeAssessment assessment =
                assess(new Subject.Remembered("main"), stopped(position("GBPUSD", Side.BUY, "0.4", "1.27"), "1.2705"));

        assertThat(result(RiskCheckName.DAILY_LOSS, assessment).reading().measured())
                .isEqualByComparingTo("2");
    }

    @Test
    void whatASupposedPositionCanLoseIsConvertedAtStoredPrices() {
        // Its value is in USD whatever the price; its loss is in yen: 0.6 x 100,000 x 0.5 / 150 = 200
        stored = Map.of("USDJPY", new BigDecimal("150"));

        TradeAssessment assessment =
                assess(new Subject.Remembered("main"), stopped(position("USDJPY", Side.SELL, "0.6", null), "150.5"));

        assertThat(asked).contains("USDJPY");
        assertThat(result(RiskCheckName.DAILY_LOSS, assessment).reading().measured())
                .isEqualByComparingTo("4");
    }

    @Test
    void supposedPositionsEnlargeTheOneTheTradeGoesTo() {
        // 0.8 lots of EURUSD lose 400 of 50 pips; 200 more are 6 % of equity
        TradeAssessment assessment = assess(
                new Subject.Remembered("main"), stopped(position("EURUSD", Side.BUY, "0.8", "1.0835"), "1.0785"));

        assertThat(result(RiskCheckName.POSITION_SIZE, assessment).reason()).isEqualTo(RiskReason.POSITION_SIZE_LIMIT);
    }

    private static WhatIfPosition stopped(WhatIfPosition position, String stop) {
        return new WhatIfPosition(
                position.instrument(), position.side(), position.lots(), position.price(), new BigDecimal(stop));
    }

    private TradeAssessment assess(Subject account, WhatIfPosition... positions) {
        RiskCheckService check = new RiskCheckService(
                new PreTradeChecks(Duration.ofDays(3), CountedRisk.ALL, RiskDay.MIDNIGHT_UTC),
                new OneAccount(),
                new NoCorrelations(),
                this::prices,
                CATALOG,
                RiskDay.MIDNIGHT_UTC,
                FixedClock.at("2026-03-04T10:00:00Z"));
        return check.assess(new TradeQuestion(
                TestTrades.buyEurusd("0.4"),
                account,
                List.of(positions),
                Map.of(),
                new TradeSubjects("EURUSD", null, null),
                CorrelationSource.Window.NEWEST));
    }

    private Map<String, BigDecimal> prices(Collection<String> symbols) {
        asked.addAll(symbols);
        return stored;
    }

    private static Subject whatIf(String equity, @Nullable String marginUsed) {
        BigDecimal amount = new BigDecimal(equity);
        return new Subject.WhatIf(
                "USD", amount, amount, amount, marginUsed == null ? null : new BigDecimal(marginUsed));
    }

    private static WhatIfPosition position(String symbol, Side side, String lots, @Nullable String price) {
        return new WhatIfPosition(
                CATALOG.find(symbol).orElseThrow(),
                side,
                Lots.of(lots),
                price == null ? null : new BigDecimal(price),
                null);
    }

    private final class OneAccount implements AccountViews {

        @Override
        public AccountView view(String accountId, TradeSubjects about) {
            return new AccountView.Known(main.snapshot());
        }

        @Override
        public AccountView newestView(String accountId, TradeSubjects about) {
            return view(accountId, about);
        }

        @Override
        public List<StateEntry> states(TradeSubjects about) {
            return List.of();
        }

        @Override
        public Limits defaultLimits() {
            return TestAccount.DEFAULT_LIMITS;
        }
    }

    private static final class NoCorrelations implements CorrelationSource {

        @Override
        public <T> T conclude(Window window, Function<Correlations, T> conclusion) {
            return conclusion.apply((_, _) -> new PairCorrelation.Missing("none stored"));
        }
    }
}
