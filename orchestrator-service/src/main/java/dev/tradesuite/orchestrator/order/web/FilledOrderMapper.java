package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.ProtectiveOrder;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.OrderFill;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes fills as the record of the contract. */
public final class FilledOrderMapper {

    /** Keys that portfolio-service gives the orders of its rebalancings. */
    private static final Pattern REBALANCING = Pattern.compile("rb-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]+");

    private FilledOrderMapper() {}

    /**
     * A fill.
     *
     * @param order it is a part of
     * @param complete whether it was the order's last
     * @param protection what protects the position after it; absent: nothing is said of that
     */
    public static OrderFilled filled(
            TradeOrder order, OrderFill fill, boolean complete, @Nullable List<ProtectiveOrder> protection) {
        return new OrderFilled(
                fill.id(),
                order.id(),
                order.clientOrderId(),
                order.origin().accountId(),
                order.terms().symbol(),
                order.terms().side(),
                fill.lots().value(),
                fill.price(),
                filledUpTo(order, fill),
                complete,
                fill.commission(),
                fill.conversion().rate(),
                each(fill, ClosingPrice::price),
                each(fill, ClosingPrice::at),
                fill.conversion().stale(),
                order.origin().leverage().isStated() ? order.origin().leverage().value() : null,
                order.terms().protection().stopLossPrice(),
                order.terms().reduceOnly(),
                order.origin().strategy(),
                order.venue().label(),
                fill.filledAt(),
                exitReason(order),
                protection);
    }

    /** Why an order closes what it closes, as far as the order says. */
    static ExitReason exitReason(TradeOrder order) {
        if (REBALANCING.matcher(order.clientOrderId()).matches()) {
            return ExitReason.REBALANCED;
        }
        if (order.isFlattening()) {
            return ExitReason.FLATTENED;
        }
        if (!order.terms().reduceOnly()) {
            return ExitReason.OPPOSITE_ORDER;
        }
        if (order.terms().type().hasTrigger()) {
            return order.terms().trailingStop() == null ? ExitReason.STOP : ExitReason.TRAILING_STOP;
        }
        return order.isProtective() ? ExitReason.TAKE_PROFIT : ExitReason.CLOSED;
    }

    private static <T> Map<String, T> each(OrderFill fill, Function<ClosingPrice, T> part) {
        return fill.conversion().prices().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, pair -> part.apply(pair.getValue())));
    }

    /** Lots of the order filled so far, this fill included. */
    private static BigDecimal filledUpTo(TradeOrder order, OrderFill fill) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderFill each : order.fills()) {
            sum = sum.add(each.lots().value());
            if (each.id().equals(fill.id())) {
                break;
            }
        }
        return sum;
    }
}
