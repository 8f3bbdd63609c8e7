package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fields of a request ask of one another. A field that is faulty by itself is left to its own constraints. */
enum TradeRule {

    /** Stop, target and trigger lie where a trade of one and the same side has them. */
    WRONG_SIDE {
        @Override
        List<Fault> faults(TradeRequest request, Context context) {
            List<Fault> faults = new ArrayList<>();
            Set<Side> sides = new LinkedHashSet<>();
            Sides.stated(request).ifPresent(sides::add);
            Sides.ofStopLoss(request).ifPresent(sides::add);
            Sides.ofTakeProfit(request).ifPresent(sides::add);
            Sides.ofTrigger(request).ifPresent(sides::add);
            Optional<Side> stated = Sides.stated(request);
            if (sides.size() > 1) {
                faults.addAll(misplaced("stopLossPrice", Sides.ofStopLoss(request), stated, "entry", true));
                faults.addAll(misplaced("takeProfitPrice", Sides.ofTakeProfit(request), stated, "entry", false));
                faults.addAll(misplaced("stopPrice", Sides.ofTrigger(request), stated, "market", false));
            }
            if (same(request.stopLossPrice(), Sides.entryPrice(request))) {
                faults.add(new Fault("stopLossPrice", "must differ from the price of entry"));
            }
            if (same(request.takeProfitPrice(), Sides.entryPrice(request))) {
                faults.add(new Fault("takeProfitPrice", "must differ from the price of entry"));
            }
            return faults;
        }
    },

    /** A choice that needs a figure has it. */
    REQUIRED {
        @Override
        List<Fault> faults(TradeRequest request, Context context) {
            List<Fault> faults = new ArrayList<>();
            require(request.riskStrategy() == RiskStrategy.FIXED_LOT, request.lots(), "lots", "fixed_lot", faults);
            require(request.riskStrategy() == RiskStrategy.KELLY, request.kelly(), "kelly", "kelly", faults);
            require(request.orderType() == OrderType.LIMIT, request.limitPrice(), "limitPrice", "limit", faults);
            require(request.orderType() == OrderType.STOP, request.stopPrice(), "stopPrice", "stop", faults);
            return faults;
        }
    },

    /** Nothing is stated twice, and nothing for another kind of order. */
    CONTRADICTION {
        @Override
        List<Fault> faults(TradeRequest request, Context context) {
            List<Fault> faults = new ArrayList<>();
            if (request.stopLossPips() != null && request.stopLossPrice() != null) {
                faults.add(new Fault("stopLossPrice", "give stop_loss_pips or stop_loss_price, not both"));
            }
            if (request.orderType() == OrderType.STOP_LIMIT) {
                faults.add(new Fault("orderType", "expected market, limit or stop"));
            }
            if (request.limitPrice() != null && request.orderType() != OrderType.LIMIT) {
                faults.add(new Fault("limitPrice", "goes with order_type limit only"));
            }
            if (request.stopPrice() != null && request.orderType() != OrderType.STOP) {
                faults.add(
                        new Fault("stopPrice", "goes with order_type stop only; a protective stop is stop_loss_price"));
            }
            return faults;
        }
    },

    /** Times and distances lie where they can. */
    OUT_OF_RANGE {
        @Override
        List<Fault> faults(TradeRequest request, Context context) {
            List<Fault> faults = new ArrayList<>();
            if (request.asOf() != null && request.asOf().isAfter(context.now())) {
                faults.add(new Fault("asOf", "must not be in the future"));
            }
            if (request.expiresAt() != null && !request.expiresAt().isAfter(context.now())) {
                faults.add(new Fault("expiresAt", "must be in the future"));
            }
            if (reachesZero(Sides.entryPrice(request), request.stopLossPips(), context.instrument())) {
                faults.add(new Fault("stopLossPips", "reaches from the entry to zero or below, where no price goes"));
            }
            return faults;
        }
    };

    /** What is wrong with the request. */
    abstract List<Fault> faults(TradeRequest request, Context context);

    /**
     * What the rules know beside the request.
     *
     * @param instrument absent when the symbol is not known
     * @param now time now
     */
    record Context(@Nullable Instrument instrument, Instant now) {}

    /**
     * A faulty field.
     *
     * @param field component of the request
     * @param message what was expected
     */
    record Fault(String field, String message) {}

    private static List<Fault> misplaced(
            String field, Optional<Side> givesAway, Optional<Side> stated, String reference, boolean belowForBuy) {
        if (givesAway.isEmpty() || givesAway.equals(stated)) {
            return List.of();
        }
        boolean below = belowForBuy == (givesAway.get() == Side.BUY);
        String where = below ? "below" : "above";
        String other = below ? "above" : "below";
        return List.of(new Fault(
                field,
                stated.isPresent()
                        ? "must be %s the price of %s for a %s, is %s".formatted(other, reference, stated.get(), where)
                        : "is %s the price of %s as for a %s; another field is as for a %s"
                                .formatted(
                                        where,
                                        reference,
                                        givesAway.get(),
                                        givesAway.get().opposite())));
    }

    private static void require(
            boolean needed, @Nullable Object given, String field, String choice, List<Fault> faults) {
        if (needed && given == null) {
            faults.add(new Fault(field, "is required for " + choice));
        }
    }

    private static boolean same(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.signum() > 0 && price.compareTo(other) == 0;
    }

    private static boolean reachesZero(
            @Nullable BigDecimal entry, @Nullable BigDecimal pips, @Nullable Instrument instrument) {
        return entry != null
                && pips != null
                && instrument != null
                && entry.signum() > 0
                && pips.signum() > 0
                && pips.multiply(instrument.pipSize()).compareTo(entry) >= 0;
    }
}
