package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of a request ask of one another. A field that is faulty by itself is left to its own constraints. */
enum TradeRule {

    /** Stop, target and trigger lie where a trade of one and the same side has them. */
    WRONG_SIDE {
        @Override
        List<RuleFault> faults(TradeRequest request, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            if (RequestedSides.isEntry(request, request.stopLossPrice())) {
                faults.add(new RuleFault("stopLossPrice", "must differ from the price of entry"));
            }
            if (RequestedSides.isEntry(request, request.takeProfitPrice())) {
                faults.add(new RuleFault("takeProfitPrice", "must differ from the price of entry"));
            }
            if (faults.isEmpty() && RequestedSides.all(request).isEmpty()) {
                Optional<Side> stated = RequestedSides.stated(request);
                faults.addAll(misplaced("stopLossPrice", RequestedSides.ofStopLoss(request), stated, "entry", true));
                faults.addAll(
                        misplaced("takeProfitPrice", RequestedSides.ofTakeProfit(request), stated, "entry", false));
                faults.addAll(misplaced("stopPrice", RequestedSides.ofTrigger(request), stated, "market", false));
            }
            return faults;
        }
    },

    /** A choice that needs a figure has it. */
    REQUIRED {
        @Override
        List<RuleFault> faults(TradeRequest request, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            require(request.riskStrategy() == RiskStrategy.FIXED_LOT, request.lots(), "lots", "fixed_lot", faults);
            require(request.riskStrategy() == RiskStrategy.KELLY, request.kelly(), "kelly", "kelly", faults);
            OrderType type = Objects.requireNonNullElse(request.orderType(), OrderType.MARKET);
            require(type.hasLimit(), request.limitPrice(), "limitPrice", wireName(type), faults);
            require(type.hasTrigger(), request.stopPrice(), "stopPrice", wireName(type), faults);
            return faults;
        }
    },

    /** Nothing is stated twice, and nothing for another kind of order. */
    CONTRADICTION {
        @Override
        List<RuleFault> faults(TradeRequest request, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            if (request.stopLossPips() != null && request.stopLossPrice() != null) {
                faults.add(new RuleFault("stopLossPrice", "give stop_loss_pips or stop_loss_price, not both"));
            }
            OrderType type = Objects.requireNonNullElse(request.orderType(), OrderType.MARKET);
            if (request.limitPrice() != null && !type.hasLimit()) {
                faults.add(new RuleFault("limitPrice", "goes with order_type limit or stop_limit only"));
            }
            if (request.stopPrice() != null && !type.hasTrigger()) {
                faults.add(new RuleFault(
                        "stopPrice",
                        "goes with order_type stop or stop_limit only; a protective stop is stop_loss_price"));
            }
            return faults;
        }
    },

    /** Times and distances lie where they can. */
    OUT_OF_RANGE {
        @Override
        List<RuleFault> faults(TradeRequest request, RuleContext context) {
            List<RuleFault> faults = new ArrayList<>();
            if (request.asOf() != null && request.asOf().isAfter(context.now())) {
                faults.add(new RuleFault("asOf", "must not be in the future"));
            }
            if (context.reachesZero(RequestedSides.entryPrice(request), request.stopLossPips())) {
                faults.add(
                        new RuleFault("stopLossPips", "reaches from the entry to zero or below, where no price goes"));
            }
            return faults;
        }
    };

    /** What is wrong with the request. */
    abstract List<RuleFault> faults(TradeRequest request, RuleContext context);

    private static List<RuleFault> misplaced(
            String field, Set<Side> fitting, Optional<Side> stated, String reference, boolean belowForBuy) {
        if (fitting.isEmpty()) {
            return List.of(new RuleFault(
                    field,
                    "is between the price of the order and the market, at which it is filled at once; a trade of"
                            + " neither side has it there"));
        }
        if (fitting.size() > 1 || fitting.equals(stated.map(Set::of).orElse(Set.of()))) {
            return List.of();
        }
        Side side = fitting.iterator().next();
        boolean below = belowForBuy == (side == Side.BUY);
        String where = below ? "below" : "above";
        String other = below ? "above" : "below";
        return List.of(new RuleFault(
                field,
                stated.isPresent()
                        ? "must be %s the price of %s for a %s, is %s".formatted(other, reference, stated.get(), where)
                        : "is %s the price of %s as for a %s; another field is as for a %s"
                                .formatted(where, reference, side, side.opposite())));
    }

    private static void require(
            boolean needed, @Nullable Object given, String field, String choice, List<RuleFault> faults) {
        if (needed && given == null) {
            faults.add(new RuleFault(field, "is required for " + choice));
        }
    }

    private static String wireName(OrderType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
