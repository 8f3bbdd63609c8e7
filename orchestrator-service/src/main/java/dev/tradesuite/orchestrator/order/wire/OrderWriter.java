package dev.tradesuite.orchestrator.order.wire;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Order.StateChange;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.Order;
import dev.tradesuite.orchestrator.order.OrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes orders as records of the contracts. */
public final class OrderWriter {

    private static final int PIP_SCALE = 4;

    private final InstrumentCatalog catalog;
    private final String broker;
    private final RunLabel label;

    /**
     * @param broker where orders go
     * @param label what its fills are
     */
    public OrderWriter(InstrumentCatalog catalog, String broker, RunLabel label) {
        this.catalog = catalog;
        this.broker = broker;
        this.label = label;
    }

    /** The order with its history. */
    public dev.tradesuite.contracts.orchestrator.Order order(Order order) {
        return new dev.tradesuite.contracts.orchestrator.Order(
                order.id(),
                order.clientOrderId(),
                order.origin().decisionId(),
                order.origin().parentOrderId(),
                order.origin().accountId(),
                order.terms().symbol(),
                side(order.terms().side()),
                OrderType.valueOf(order.terms().type().name()),
                order.terms().lots().value(),
                order.filledLots().value(),
                order.averageFillPrice().orElse(null),
                limitPrice(order),
                triggerPrice(order),
                order.terms().protection().stopLossPrice(),
                order.terms().protection().takeProfitPrice(),
                order.terms().expiresAt(),
                order.terms().reduceOnly(),
                status(order.state()),
                order.cause(),
                broker,
                label,
                history(order),
                order.createdAt(),
                order.updatedAt());
    }

    /** What became of an order that a decision has sent. */
    public ExecutionResult executionResult(Order order) {
        return new ExecutionResult(
                order.id(),
                order.clientOrderId(),
                status(order.state()),
                order.filledLots().value(),
                order.averageFillPrice().orElse(null),
                order.commission().orElse(null),
                slippagePips(order).orElse(null),
                broker,
                order.at(OrderState.SUBMITTED).orElse(null),
                lastFillAt(order),
                order.cause());
    }

    /** The state under its name on the wire. */
    public static OrderStatus status(OrderState state) {
        return OrderStatus.valueOf(state.name());
    }

    /** The side under its name on the wire. */
    public static Side side(dev.tradesuite.instruments.Side side) {
        return Side.valueOf(side.name());
    }

    private static @Nullable BigDecimal limitPrice(Order order) {
        return switch (order.terms().type()) {
            case LIMIT -> order.terms().price();
            case MARKET, STOP -> null;
        };
    }

    private static @Nullable BigDecimal triggerPrice(Order order) {
        return switch (order.terms().type()) {
            case STOP -> order.terms().price();
            case MARKET, LIMIT -> null;
        };
    }

    private static List<StateChange> history(Order order) {
        return order.history().stream()
                .map(change -> new StateChange(status(change.state()), change.at()))
                .toList();
    }

    /** How far the fills are from the wanted price, positive is worse: (price - wanted) x sign / pip size. */
    private Optional<BigDecimal> slippagePips(Order order) {
        Optional<Instrument> instrument = catalog.find(order.terms().symbol());
        return order.averageFillPrice()
                .flatMap(price -> instrument.map(found -> Amounts.stripped(price.subtract(order.wantedPrice())
                        .multiply(BigDecimal.valueOf(order.terms().side().sign()))
                        .divide(found.pipSize(), PIP_SCALE, RoundingMode.HALF_EVEN))));
    }

    private static @Nullable Instant lastFillAt(Order order) {
        return order.fills().isEmpty() ? null : order.fills().getLast().filledAt();
    }
}
