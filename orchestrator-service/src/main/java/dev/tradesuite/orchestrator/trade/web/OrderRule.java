package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.broker.ExpectedFill;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest.Level;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a direct order ask of one another. A field that is faulty by itself is left to its own
 * constraints.
 */
enum OrderRule {

    /** Stop, target and trigger lie where an order of its side has them. */
    WRONG_SIDE {
        @Override
        List<RuleFault> faults(PlaceOrderRequest order, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            BigDecimal entry = entryPrice(order);
            misplaced("stopLoss.price", price(order.stopLoss()), entry, "entry", order.side(), -1, faults);
            misplaced("takeProfit.price", price(order.takeProfit()), entry, "entry", order.side(), 1, faults);
            if (type(order).hasTrigger()) {
                misplaced("stopPrice", order.stopPrice(), order.currentPrice(), "market", order.side(), 1, faults);
            }
            return faults;
        }
    },

    /** What the order needs to be one is there. */
    REQUIRED {
        @Override
        List<RuleFault> faults(PlaceOrderRequest order, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            if (sizes(order).isEmpty()) {
                faults.add(new RuleFault("lots", "is required, or one of units, notional and risk_percent"));
            }
            if (type(order).hasLimit() && order.limitPrice() == null) {
                faults.add(new RuleFault("limitPrice", "is required for " + wireName(type(order))));
            }
            if (type(order).hasTrigger() && order.stopPrice() == null) {
                faults.add(new RuleFault("stopPrice", "is required for " + wireName(type(order))));
            }
            if (isEmpty(order.stopLoss())) {
                faults.add(new RuleFault("stopLoss.price", "is required in stop_loss, or pips"));
            }
            if (isEmpty(order.takeProfit())) {
                faults.add(new RuleFault("takeProfit.price", "is required in take_profit, or pips"));
            }
            if (!reduceOnly(order) && order.stopLoss() == null && order.trailingStopPips() == null) {
                faults.add(new RuleFault(
                        "stopLoss", "is required, or trailing_stop_pips, unless the order is reduce_only"));
            }
            return faults;
        }
    },

    /** Nothing is stated twice, and nothing for another kind of order. */
    CONTRADICTION {
        @Override
        List<RuleFault> faults(PlaceOrderRequest order, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            sizes(order).stream()
                    .skip(1)
                    .forEach(size ->
                            faults.add(new RuleFault(size, "give only one of lots, units, notional and risk_percent")));
            if (order.limitPrice() != null && !type(order).hasLimit()) {
                faults.add(new RuleFault("limitPrice", "goes with type limit or stop_limit only"));
            }
            if (order.stopPrice() != null && !type(order).hasTrigger()) {
                faults.add(new RuleFault(
                        "stopPrice", "goes with type stop or stop_limit only; a protective stop is stop_loss"));
            }
            if (isBoth(order.stopLoss())) {
                faults.add(new RuleFault("stopLoss.pips", "give price or pips, not both"));
            }
            if (isBoth(order.takeProfit())) {
                faults.add(new RuleFault("takeProfit.pips", "give price or pips, not both"));
            }
            faults.addAll(ofTime(order));
            if (reduceOnly(order)) {
                faults.addAll(ofReduceOnly(order));
            }
            return faults;
        }
    },

    /** Times and distances lie where they can. */
    OUT_OF_RANGE {
        @Override
        List<RuleFault> faults(PlaceOrderRequest order, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            String message = "reaches from the entry to zero or below, where no price goes";
            boolean buys = order.side() == Side.BUY;
            if (buys
                    && order.stopLoss() != null
                    && context.reachesZero(entryPrice(order), order.stopLoss().pips())) {
                faults.add(new RuleFault("stopLoss.pips", message));
            }
            if (buys && context.reachesZero(entryPrice(order), order.trailingStopPips())) {
                faults.add(new RuleFault("trailingStopPips", message));
            }
            if (order.side() == Side.SELL
                    && order.takeProfit() != null
                    && context.reachesZero(entryPrice(order), order.takeProfit().pips())) {
                faults.add(new RuleFault("takeProfit.pips", message));
            }
            return faults;
        }
    };

    /** What is wrong with the order. */
    abstract List<RuleFault> faults(PlaceOrderRequest order, RuleContext context);

    private static List<RuleFault> ofTime(PlaceOrderRequest order) {
        List<RuleFault> faults = new ArrayList<>();
        TimeInForce time = Objects.requireNonNullElse(order.timeInForce(), TimeInForce.GTC);
        if (time.endsOnArrival() && type(order).hasTrigger()) {
            faults.add(new RuleFault(
                    "timeInForce",
                    "ends before a trigger is reached; give gtc or day with type " + wireName(type(order))));
        }
        if (order.expiresAt() != null && time != TimeInForce.GTC) {
            faults.add(new RuleFault("expiresAt", "goes with time_in_force gtc only; leave one of the two out"));
        }
        if (order.expiresAt() != null && type(order) == OrderType.MARKET) {
            faults.add(new RuleFault("expiresAt", "goes with type limit, stop or stop_limit only"));
        }
        return faults;
    }

    private static List<RuleFault> ofReduceOnly(PlaceOrderRequest order) {
        List<RuleFault> faults = new ArrayList<>();
        if (order.riskPercent() != null) {
            faults.add(new RuleFault("riskPercent", "an exit risks nothing; give lots, units or notional"));
        }
        String message = "an order that only reduces opens nothing to protect; leave it out, or reduce_only";
        if (order.stopLoss() != null) {
            faults.add(new RuleFault("stopLoss", message));
        }
        if (order.takeProfit() != null) {
            faults.add(new RuleFault("takeProfit", message));
        }
        if (order.trailingStopPips() != null && type(order) != OrderType.STOP) {
            faults.add(new RuleFault("trailingStopPips", "goes with type stop for an order that is reduce_only"));
        }
        return faults;
    }

    /** @param sign where a BUY has it: 1 above the reference, -1 below */
    private static void misplaced(
            String field,
            @Nullable BigDecimal price,
            @Nullable BigDecimal reference,
            String name,
            @Nullable Side side,
            int sign,
            List<RuleFault> faults) {
        if (price == null || reference == null || side == null || price.signum() <= 0 || reference.signum() <= 0) {
            return;
        }
        int wanted = sign * side.sign();
        if (price.compareTo(reference) != wanted) {
            faults.add(new RuleFault(
                    field,
                    "must be %s the price of %s, %s, for a %s"
                            .formatted(wanted > 0 ? "above" : "below", name, reference.toPlainString(), side)));
        }
    }

    /** The fields that say how much, in the order of the request. */
    private static List<String> sizes(PlaceOrderRequest order) {
        Map<String, @Nullable Object> sizes = new LinkedHashMap<>();
        sizes.put("lots", order.lots());
        sizes.put("units", order.units());
        sizes.put("notional", order.notional());
        sizes.put("riskPercent", order.riskPercent());
        return sizes.entrySet().stream()
                .filter(size -> size.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The price the order is filled at, as far as that is known: the stated one while the market is not; absent when
     * neither is.
     */
    private static @Nullable BigDecimal entryPrice(PlaceOrderRequest order) {
        BigDecimal limit = type(order).hasLimit() ? order.limitPrice() : null;
        BigDecimal trigger = type(order).hasTrigger() ? order.stopPrice() : null;
        BigDecimal stated = limit == null ? trigger : limit;
        boolean complete =
                type(order).hasLimit() == (limit != null) && type(order).hasTrigger() == (trigger != null);
        if (order.currentPrice() == null || order.side() == null || !complete) {
            return stated == null && type(order) == OrderType.MARKET ? order.currentPrice() : stated;
        }
        return ExpectedFill.of(type(order), order.side(), limit, trigger, order.currentPrice());
    }

    private static OrderType type(PlaceOrderRequest order) {
        return Objects.requireNonNullElse(order.type(), OrderType.MARKET);
    }

    private static boolean reduceOnly(PlaceOrderRequest order) {
        return Boolean.TRUE.equals(order.reduceOnly());
    }

    private static @Nullable BigDecimal price(@Nullable Level level) {
        return level == null ? null : level.price();
    }

    private static boolean isEmpty(@Nullable Level level) {
        return level != null && level.price() == null && level.pips() == null;
    }

    private static boolean isBoth(@Nullable Level level) {
        return level != null && level.price() != null && level.pips() != null;
    }

    private static String wireName(OrderType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
