package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account for tests: 10,000 USD, nothing lost, nothing held, default limits; changed step by step. */
public final class TestAccount {

    public static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    public static final Limits DEFAULT_LIMITS = limits("5", "15", "5", "80", "0.70", "1000");

    private static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    private String currency = "USD";
    private BigDecimal equity = new BigDecimal("10000");
    private Instant equityAt = NOW;
    private LocalDate day = TODAY;
    private BigDecimal dayStartEquity = new BigDecimal("10000");
    private BigDecimal highWaterMark = new BigDecimal("10000");
    private boolean archived;
    private BigDecimal marginUsed = BigDecimal.ZERO;
    private BigDecimal openStakes = BigDecimal.ZERO;
    private BigDecimal reservedMargin = BigDecimal.ZERO;
    private BigDecimal reservedLoss = BigDecimal.ZERO;
    private BigDecimal openLoss = BigDecimal.ZERO;
    private Limits limits = DEFAULT_LIMITS;
    private final List<RiskHolding> holdings = new ArrayList<>();
    private final List<StateEntry> states = new ArrayList<>();

    private TestAccount() {}

    public static TestAccount of(String equity) {
        TestAccount account = new TestAccount();
        account.equity = new BigDecimal(equity);
        account.dayStartEquity = account.equity;
        account.highWaterMark = account.equity;
        return account;
    }

    public static Limits limits(
            String daily, String drawdown, String size, String margin, String correlation, String exposure) {
        return new Limits(
                new BigDecimal(daily),
                new BigDecimal(drawdown),
                new BigDecimal(size),
                new BigDecimal(margin),
                new BigDecimal(correlation),
                new BigDecimal(exposure));
    }

    public TestAccount dayBeganWith(String amount) {
        dayStartEquity = new BigDecimal(amount);
        return this;
    }

    public TestAccount onDay(LocalDate lastDay) {
        day = lastDay;
        return this;
    }

    public TestAccount oncePeakedAt(String amount) {
        highWaterMark = new BigDecimal(amount);
        return this;
    }

    public TestAccount markedAt(Instant time) {
        equityAt = time;
        return this;
    }

    public TestAccount usingMargin(String amount) {
        marginUsed = new BigDecimal(amount);
        return this;
    }

    /** With stakes in markets that are worth this much, and cost as much. */
    public TestAccount staking(String amount) {
        openStakes = new BigDecimal(amount);
        return usingMargin(amount);
    }

    public TestAccount reserving(String loss, String margin) {
        reservedLoss = new BigDecimal(loss);
        reservedMargin = new BigDecimal(margin);
        return this;
    }

    public TestAccount limitedBy(Limits other) {
        limits = other;
        return this;
    }

    public TestAccount in(String otherCurrency) {
        currency = otherCurrency;
        return this;
    }

    /** With a position of this value in the account currency. */
    public TestAccount holding(String symbol, Side side, String lots, String value) {
        return with(symbol, side, lots, value, RiskHolding.Standing.BOOKED);
    }

    public TestAccount with(String symbol, Side side, String lots, String value, RiskHolding.Standing standing) {
        Legs legs = Legs.of(CATALOG.find(symbol).orElseThrow(), side, Figure.of(new BigDecimal(value)));
        holdings.add(new RiskHolding(
                symbol, side, new Lots(new BigDecimal(lots)), legs, standing, Figure.of(openLoss), true));
        openLoss = BigDecimal.ZERO;
        return this;
    }

    /** The next holding loses this much to its stop. */
    public TestAccount losing(String amount) {
        openLoss = new BigDecimal(amount);
        return this;
    }

    /** With a position of EURUSD marked at 1.0835. */
    public TestAccount holdingEurusd(Side side, String lots, @Nullable String lossAtStop) {
        RiskHolding.AtMark atMark = new RiskHolding.AtMark(
                new BigDecimal("1.0835"), lossAtStop == null ? null : new BigDecimal(lossAtStop), BigDecimal.ONE);
        holdings.add(
                RiskHolding.booked(CATALOG.find("EURUSD").orElseThrow(), side, new Lots(new BigDecimal(lots)), atMark));
        return this;
    }

    public TestAccount with(RiskHolding holding) {
        holdings.add(holding);
        return this;
    }

    public TestAccount restricted(TradingState state, @Nullable LocalDate lastDay) {
        StateSubject subject = new StateSubject(TradingStateScope.ACCOUNT, "main");
        states.add(new StateEntry(subject, state, "a test", StateEntry.SYSTEM, NOW, lastDay));
        return this;
    }

    public TestAccount restricted(TradingStateScope scope, String id, TradingState state) {
        states.add(new StateEntry(new StateSubject(scope, id), state, "a test", "somebody", NOW, null));
        return this;
    }

    public TestAccount archived() {
        archived = true;
        return this;
    }

    public AccountFigures figures() {
        return new AccountFigures(
                currency,
                equity,
                equityAt,
                day,
                dayStartEquity,
                highWaterMark,
                BigDecimal.ZERO,
                archived,
                marginUsed,
                openStakes,
                reservedMargin,
                reservedLoss,
                limits);
    }

    public AccountSnapshot snapshot() {
        return new AccountSnapshot(figures(), holdings, Figure.zero(), states);
    }
}
