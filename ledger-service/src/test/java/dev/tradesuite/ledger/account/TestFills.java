package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes fills for tests; each is a whole order of its own unless said otherwise. */
public final class TestFills {

    public static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();
    public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private UUID id = UUID.randomUUID();
    private UUID orderId = UUID.randomUUID();
    private String accountId = "main";
    private final Instrument instrument;
    private final Side side;
    private final Lots lots;
    private final BigDecimal price;
    private @Nullable Lots cumulativeLots;
    private boolean complete = true;
    private boolean reduceOnly;
    private @Nullable String strategy;
    private @Nullable ExitReason exitReason;
    private BigDecimal commission = BigDecimal.ZERO;
    private BigDecimal conversionRate = BigDecimal.ONE;
    private Leverage leverage = Leverage.NOT_STATED;
    private @Nullable BigDecimal stopLossPrice;
    private Instant filledAt = START;

    private TestFills(Side side, String lots, String symbol, String price) {
        this.side = side;
        this.lots = Lots.of(lots);
        this.instrument = instrument(symbol);
        this.price = new BigDecimal(price);
    }

    public static Instrument instrument(String symbol) {
        return CATALOG.find(symbol).orElseThrow();
    }

    public static TestFills buy(String lots, String symbol, String price) {
        return new TestFills(Side.BUY, lots, symbol, price);
    }

    public static TestFills sell(String lots, String symbol, String price) {
        return new TestFills(Side.SELL, lots, symbol, price);
    }

    public TestFills id(UUID newId) {
        id = newId;
        return this;
    }

    public TestFills account(String newAccountId) {
        accountId = newAccountId;
        return this;
    }

    /** The fill is a part of this order, which is filled so far as said. */
    public TestFills partOf(UUID newOrderId, String newCumulativeLots, boolean isComplete) {
        orderId = newOrderId;
        cumulativeLots = Lots.of(newCumulativeLots);
        complete = isComplete;
        return this;
    }

    /** The strategy that wanted the fill. */
    public TestFills strategy(@Nullable String name) {
        strategy = name;
        return this;
    }

    /** Why its order closes what it closes. */
    public TestFills because(ExitReason why) {
        exitReason = why;
        return this;
    }

    /** Its order may only reduce a position. */
    public TestFills reducing() {
        reduceOnly = true;
        return this;
    }

    public TestFills commission(String newCommission) {
        commission = new BigDecimal(newCommission);
        return this;
    }

    public TestFills rate(String newRate) {
        conversionRate = new BigDecimal(newRate);
        return this;
    }

    public TestFills leverage(String newLeverage) {
        leverage = new Leverage(new BigDecimal(newLeverage));
        return this;
    }

    public TestFills stop(String price) {
        stopLossPrice = new BigDecimal(price);
        return this;
    }

    public TestFills at(Instant time) {
        filledAt = time;
        return this;
    }

    public TestFills secondsLater(long seconds) {
        return at(START.plusSeconds(seconds));
    }

    public Fill get() {
        return new Fill(
                id,
                new Fill.OrderPart(
                        orderId,
                        "client-" + orderId,
                        cumulativeLots == null ? lots : cumulativeLots,
                        complete,
                        reduceOnly,
                        strategy,
                        exitReason),
                accountId,
                new Fill.Deal(instrument, side, lots, price),
                new Fill.Terms(commission, conversionRate, leverage, stopLossPrice),
                RunLabel.PAPER,
                filledAt);
    }
}
