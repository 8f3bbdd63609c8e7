package dev.tradesuite.ledger.position;

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
public final class Fills {

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
    private BigDecimal commission = BigDecimal.ZERO;
    private BigDecimal conversionRate = BigDecimal.ONE;
    private Leverage leverage = Leverage.NOT_STATED;
    private @Nullable BigDecimal stopLossPrice;
    private Label label = Label.PAPER;
    private Instant filledAt = START;

    private Fills(Side side, String lots, String symbol, String price) {
        this.side = side;
        this.lots = Lots.of(lots);
        this.instrument = instrument(symbol);
        this.price = new BigDecimal(price);
    }

    public static Instrument instrument(String symbol) {
        return CATALOG.find(symbol).orElseThrow();
    }

    public static Fills buy(String lots, String symbol, String price) {
        return new Fills(Side.BUY, lots, symbol, price);
    }

    public static Fills sell(String lots, String symbol, String price) {
        return new Fills(Side.SELL, lots, symbol, price);
    }

    public static Fills of(Side side, String lots, String symbol, String price) {
        return new Fills(side, lots, symbol, price);
    }

    public Fills id(UUID newId) {
        id = newId;
        return this;
    }

    public Fills account(String newAccountId) {
        accountId = newAccountId;
        return this;
    }

    /** The fill is a part of this order, which is filled so far as said. */
    public Fills partOf(UUID newOrderId, String newCumulativeLots, boolean isComplete) {
        orderId = newOrderId;
        cumulativeLots = Lots.of(newCumulativeLots);
        complete = isComplete;
        return this;
    }

    public Fills commission(String newCommission) {
        commission = new BigDecimal(newCommission);
        return this;
    }

    public Fills rate(String newRate) {
        conversionRate = new BigDecimal(newRate);
        return this;
    }

    public Fills leverage(String newLeverage) {
        leverage = new Leverage(new BigDecimal(newLeverage));
        return this;
    }

    public Fills stop(String price) {
        stopLossPrice = new BigDecimal(price);
        return this;
    }

    public Fills label(Label newLabel) {
        label = newLabel;
        return this;
    }

    public Fills at(Instant time) {
        filledAt = time;
        return this;
    }

    public Fills secondsLater(long seconds) {
        return at(START.plusSeconds(seconds));
    }

    public Fill get() {
        return new Fill(
                id,
                new Fill.OrderPart(
                        orderId, "client-" + orderId, cumulativeLots == null ? lots : cumulativeLots, complete, null),
                accountId,
                instrument,
                side,
                lots,
                price,
                commission,
                conversionRate,
                leverage,
                stopLossPrice,
                label,
                filledAt);
    }
}
