package dev.tradesuite.accounting.account;

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
final class Fills {

    static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();
    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

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
    private RunLabel label = RunLabel.PAPER;
    private Instant filledAt = START;

    private Fills(Side side, String lots, String symbol, String price) {
        this.side = side;
        this.lots = Lots.of(lots);
        this.instrument = instrument(symbol);
        this.price = new BigDecimal(price);
    }

    static Instrument instrument(String symbol) {
        return CATALOG.find(symbol).orElseThrow();
    }

    static Fills buy(String lots, String symbol, String price) {
        return new Fills(Side.BUY, lots, symbol, price);
    }

    static Fills sell(String lots, String symbol, String price) {
        return new Fills(Side.SELL, lots, symbol, price);
    }

    static Fills of(Side side, String lots, String symbol, String price) {
        return new Fills(side, lots, symbol, price);
    }

    Fills id(UUID newId) {
        id = newId;
        return this;
    }

    Fills account(String newAccountId) {
        accountId = newAccountId;
        return this;
    }

    /** The fill is a part of this order, which is filled so far as said. */
    Fills partOf(UUID newOrderId, String newCumulativeLots, boolean isComplete) {
        orderId = newOrderId;
        cumulativeLots = Lots.of(newCumulativeLots);
        complete = isComplete;
        return this;
    }

    /** The strategy that wanted the fill. */
    Fills strategy(@Nullable String name) {
        strategy = name;
        return this;
    }

    /** Why its order closes what it closes. */
    Fills because(ExitReason why) {
        exitReason = why;
        return this;
    }

    /** Its order may only reduce a position. */
    Fills reducing() {
        reduceOnly = true;
        return this;
    }

    Fills commission(String newCommission) {
        commission = new BigDecimal(newCommission);
        return this;
    }

    Fills rate(String newRate) {
        conversionRate = new BigDecimal(newRate);
        return this;
    }

    Fills leverage(String newLeverage) {
        leverage = new Leverage(new BigDecimal(newLeverage));
        return this;
    }

    Fills stop(String price) {
        stopLossPrice = new BigDecimal(price);
        return this;
    }

    Fills label(RunLabel newLabel) {
        label = newLabel;
        return this;
    }

    Fills at(Instant time) {
        filledAt = time;
        return this;
    }

    Fills secondsLater(long seconds) {
        return at(START.plusSeconds(seconds));
    }

    Fill get() {
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
                label,
                filledAt);
    }
}
