package dev.tradesuite.risk.check;

import static dev.tradesuite.risk.check.Assessed.result;
import static dev.tradesuite.risk.check.TestTrades.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.TradeQuestion.Account;
import dev.tradesuite.risk.limit.Limits;
import dev.tradesuite.risk.limit.StateEntry;
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

class TradeCheckTest {

    private final List<String> asked = new ArrayList<>();
    private Map<String, BigDecimal> stored = Map.of();
    private TestAccount main = TestAccount.of("10000");

    @Test
    void supposedAccountIsItsOwnPeakAndDayStart() {
        Assessment assessment = assess(supposed("10000", null));

        assertThat(assessment.level()).isEqualTo(Level.SAFE);
        assertThat(result(RiskCheck.DRAWDOWN, assessment).reading().measured()).isZero();
        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("8.668");
    }

    @Test
    void supposedPositionsTakeMargin() {
        // 0.5 x 100,000 x 1.27 x 2 % = 1,270; with 866.80 that is 2,136.80 of 10,000
        Assessment assessment = assess(supposed("10000", null), position("GBPUSD", Side.SELL, "0.5", "1.27"));

        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("21.368");
    }

    @Test
    void statedMarginIncludesThatOfSupposedPositions() {
        Assessment assessment = assess(supposed("10000", "500"), position("GBPUSD", Side.SELL, "0.5", "1.27"));

        // 500 + 866.80
        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("13.668");
    }

    @Test
    void positionsOfASupposedAccountCanBeReduced() {
        Assessment assessment = assess(supposed("10000", null), position("EURUSD", Side.SELL, "0.4", "1.09"));

        assertThat(assessment.results()).allMatch(result -> result.reason() == CheckReason.REDUCES_POSITION);
    }

    @Test
    void positionsSupposedBesideTheBooksCannotBeReduced() {
        Assessment assessment = assess(new Account.Remembered("main"), position("EURUSD", Side.SELL, "0.4", "1.09"));

        assertThat(result(RiskCheck.POSITION_SIZE, assessment).reason()).isEqualTo(CheckReason.WITHIN_LIMIT);
    }

    @Test
    void positionsSupposedBesideTheBooksCountAsWell() {
        main = TestAccount.of("10000").usingMargin("3000").holding("USDJPY", Side.SELL, "0.1", "10000");

        Assessment assessment = assess(new Account.Remembered("main"), position("EURUSD", Side.BUY, "0.1", "1.09"));

        // 3,000 in the books + 0.1 x 109,000 x 2 % + 866.80
        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("40.848");
        assertThat(result(RiskCheck.CORRELATION, assessment).reason()).isEqualTo(CheckReason.CORRELATION_LIMIT);
    }

    @Test
    void pricesAreAskedForOnlyWhereThoseSentDoNotDo() {
        stored = Map.of("GBPUSD", new BigDecimal("1.25"));

        Assessment assessment = assess(
                supposed("10000", null),
                position("USDJPY", Side.BUY, "0.1", null),
                position("GBPUSD", Side.SELL, "0.1", null));

        // 10,000 USD and 0.1 x 100,000 x 1.25, at 2 %, and 866.80
        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("13.168");
        assertThat(asked).containsExactly("GBPUSD");
    }

    @Test
    void positionThatCannotBeValuedDenies() {
        Assessment assessment = assess(supposed("10000", null), position("GBPCHF", Side.SELL, "0.1", "1.1176"));

        assertThat(asked).contains("GBPCHF", "USDCHF");
        assertThat(result(RiskCheck.MARGIN, assessment).reason()).isEqualTo(CheckReason.CONVERSION_RATE_MISSING);
        assertThat(result(RiskCheck.CORRELATION, assessment).reason()).isEqualTo(CheckReason.CONVERSION_RATE_MISSING);
    }

    @Test
    void sharesNeedAPrice() {
        stored = Map.of("AAPL", new BigDecimal("200"));

        Assessment assessment = assess(supposed("10000", null), position("AAPL", Side.BUY, "10", null));

        // 10 x 200 x 20 % + 866.80
        assertThat(result(RiskCheck.MARGIN, assessment).reading().measured()).isEqualByComparingTo("12.668");
    }

    private Assessment assess(Account account, SupposedPosition... positions) {
        TradeCheck check = new TradeCheck(
                new PreTradeChecks(Duration.ofDays(3), RiskDay.MIDNIGHT_UTC),
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

    private static Account supposed(String equity, @Nullable String marginUsed) {
        BigDecimal amount = new BigDecimal(equity);
        return new Account.Supposed(
                "USD", amount, amount, amount, marginUsed == null ? null : new BigDecimal(marginUsed));
    }

    private static SupposedPosition position(String symbol, Side side, String lots, @Nullable String price) {
        return new SupposedPosition(
                CATALOG.find(symbol).orElseThrow(), side, Lots.of(lots), price == null ? null : new BigDecimal(price));
    }

    private final class OneAccount implements Accounts {

        @Override
        public AccountView view(String accountId, TradeSubjects about) {
            return new AccountView.Known(main.snapshot());
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
            return conclusion.apply((_, _) -> new Correlation.Missing("none stored"));
        }
    }
}
