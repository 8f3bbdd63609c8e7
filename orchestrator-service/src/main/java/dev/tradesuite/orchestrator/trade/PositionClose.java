package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.PriceGuard.Look;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes a position, or a part of it, or what one strategy holds of it, at the market. It takes no signal and no size,
 * but the reservation all the same.
 */
public final class PositionClose {

    private final ExitAccounts exits;
    private final OwnPositions own;
    private final PriceGuard guard;
    private final OrderReconciliation reconciliation;
    private final OrderPlacement placement;

    /** @param threads one for each task, such as virtual ones */
    public PositionClose(
            TradeAccounts accounts,
            Conversion conversion,
            Risk risk,
            PriceGuard guard,
            OwnPositions own,
            OrderService orders,
            OrderReconciliation reconciliation,
            ExecutorService threads) {
        this.exits = new ExitAccounts(accounts, own, conversion);
        this.own = own;
        this.guard = guard;
        this.reconciliation = reconciliation;
        this.placement = new OrderPlacement(orders, risk, own, new DecisionSteps(threads));
    }

    /**
     * What to close.
     *
     * @param accountId account in the books
     * @param instrument whose position
     * @param marketPrice price now
     * @param lots how much; absent: all
     * @param strategy whose holding; absent: the position, whoever holds it
     * @param conversionPrices prices of currency pairs that are known, by symbol
     * @param clientOrderId key of its order; absent: we give it one
     */
    public record Request(
            String accountId,
            Instrument instrument,
            BigDecimal marketPrice,
            @Nullable Lots lots,
            @Nullable String strategy,
            Map<String, BigDecimal> conversionPrices,
            @Nullable String clientOrderId) {}

    /** What came of it. */
    public sealed interface Result {

        /** An order was made; whether it was filled, the order says. */
        record Ordered(TradeOrder order, List<Reason> warnings) implements Result {

            public Ordered {
                warnings = List.copyOf(warnings);
            }
        }

        /** It makes no sense as it is stated. */
        record Refused(Reason why) implements Result {}

        /** There is no position to close. */
        record NoPosition() implements Result {}

        /** The strategy holds nothing of the instrument. */
        record NothingHeld(String strategy) implements Result {}

        /** There is less than was to be closed. */
        record NotEnough(Lots held) implements Result {}

        /** The fill could not be booked in the account's currency. */
        record NoConversion(String from, String to) implements Result {}

        /** It cannot be done now. */
        record NotNow(Reason why) implements Result {}
    }

    /**
     * Closes.
     *
     * @param opened told of the order in the transaction that opens it
     * @param ended told of the order in the transaction that fills or ends it
     */
    public Result close(Request request, Consumer<TradeOrder> opened, Consumer<Result.Ordered> ended) {
        if (!reconciliation.isDone()) {
            return new Result.NotNow(TradeReason.ORDERS_RECONCILING.reason());
        }
        Optional<Reason> farRate = guard.farRate(request.conversionPrices);
        if (farRate.isPresent()) {
            return new Result.Refused(farRate.get());
        }
        List<Reason> warnings = new ArrayList<>();
        switch (guard.look(request.instrument, request.marketPrice)) {
            case Look.Near _ -> {
                // As it should be.
            }
            case Look.Far(Reason why) -> {
                return new Result.Refused(why);
            }
            case Look.Unverified(Reason why) -> warnings.add(why);
        }
        StepAnswer<Funding> answer =
                exits.find(request.accountId, request.instrument, request.marketPrice, request.conversionPrices);
        if (answer instanceof StepAnswer.Missing<Funding>(Reason why)) {
            return new Result.NotNow(why);
        }
        Funding funding = answer.value();
        warnings.addAll(funding.prices().notices());
        return close(request, funding, warnings, opened, ended);
    }

    private Result close(
            Request request,
            Funding funding,
            List<Reason> warnings,
            Consumer<TradeOrder> opened,
            Consumer<Result.Ordered> ended) {
        return switch (request.strategy == null ? wanted(request, funding) : wantedOfStrategy(request, funding)) {
            case Wanted.Nothing(Result why) -> why;
            case Wanted.Part part -> close(request, funding, part, warnings, opened, ended);
        };
    }

    /** What is to be ordered. */
    private sealed interface Wanted {

        /** Nothing, and why. */
        record Nothing(Result why) implements Wanted {}

        /**
         * This much, on this side.
         *
         * @param reduces the position, or what the strategy holds of it
         * @param throughZero whether the account does not have so much on its side, because others hold against it
         */
        record Part(Side side, Lots lots, Reduction reduces, boolean throughZero) implements Wanted {}
    }

    private static Wanted wanted(Request request, Funding funding) {
        Optional<AccountFunds.Held> held = funding.funds().held(request.instrument.symbol());
        if (held.isEmpty()) {
            return new Wanted.Nothing(new Result.NoPosition());
        }
        AccountFunds.Held position = held.get();
        Lots lots = request.lots == null ? position.lots() : request.lots;
        return lots.isMoreThan(position.lots())
                ? new Wanted.Nothing(new Result.NotEnough(position.lots()))
                : new Wanted.Part(position.side().opposite(), lots, Reduction.POSITION, false);
    }

    /**
     * Never more than the strategy holds. At a broker that keeps holdings apart exactly that, also where others hold
     * against it; at any other never more than the account has on its side.
     */
    private Wanted wantedOfStrategy(Request request, Funding funding) {
        Instrument instrument = request.instrument;
        String strategy = Objects.requireNonNull(request.strategy);
        Optional<BigDecimal> known = funding.funds().heldBy(strategy, instrument.symbol());
        if (known.isEmpty()) {
            return new Wanted.Nothing(new Result.NotNow(TradeReason.HOLDING_UNKNOWN.reason()));
        }
        BigDecimal held = known.get();
        if (held.signum() == 0) {
            return new Wanted.Nothing(new Result.NothingHeld(strategy));
        }
        Side side = held.signum() > 0 ? Side.BUY : Side.SELL;
        boolean apart = own.keepsHoldings(request.accountId);
        Lots ofAccount = funding.funds().reducedBy(side.opposite(), instrument.symbol());
        Lots all = new Lots(held.abs());
        // Shares of a fill that named nobody need not be whole steps; the last holder leaves nothing behind.
        Lots whole = apart || all.equals(ofAccount) ? all : all.roundedDownTo(instrument.lotStep());
        if (whole.isZero()) {
            return new Wanted.Nothing(new Result.Refused(TradeReason.HOLDING_BELOW_STEP.reason()));
        }
        Lots lots = request.lots == null ? whole : request.lots;
        if (lots.isMoreThan(all)) {
            return new Wanted.Nothing(new Result.NotEnough(all));
        }
        boolean throughZero = lots.isMoreThan(ofAccount);
        return throughZero && !apart
                ? new Wanted.Nothing(new Result.Refused(TradeReason.HOLDING_OFFSET.reason(
                        "Other strategies hold against %s: the account has only %s lots to close on its side."
                                .formatted(strategy, ofAccount))))
                : new Wanted.Part(side.opposite(), lots, apart ? Reduction.HOLDING : Reduction.POSITION, throughZero);
    }

    private Result close(
            Request request,
            Funding funding,
            Wanted.Part part,
            List<Reason> warnings,
            Consumer<TradeOrder> opened,
            Consumer<Result.Ordered> ended) {
        Instrument instrument = request.instrument;
        if (!funding.prices().complete()) {
            return new Result.NoConversion(instrument.quote(), funding.funds().currency());
        }
        TradeTerms terms = TradeTerms.close(instrument.symbol(), part.side(), part.lots());
        OrderOrigin origin = OrderOrigin.of(
                        request.accountId,
                        funding.funds().currency(),
                        request.marketPrice,
                        funding.prices().byPair())
                .wantedBy(request.strategy);
        TradeOrder order = placement.open(terms, origin, request.clientOrderId, opened);
        return new Result.Ordered(
                placed(order, part, warnings, closed -> ended.accept(new Result.Ordered(closed, warnings))), warnings);
    }

    /** @param warnings those of the close; what comes up on the way is added before the order is sent */
    private TradeOrder placed(TradeOrder order, Wanted.Part part, List<Reason> warnings, Consumer<TradeOrder> ended) {
        OrderOrigin origin = order.origin();
        StepAnswer<RiskVerdict> answer = placement.reserve(
                order,
                Risk.Exposure.reducing(
                        origin.accountId(),
                        order.terms().symbol(),
                        order.terms().side(),
                        order.terms().lots(),
                        origin.marketPrice(),
                        origin.strategy(),
                        origin.conversionPrices(),
                        part.reduces()),
                Deadline.none());
        switch (answer) {
            // What is beyond zero is a position of the account, and nothing opens one without the word of risk.
            case StepAnswer.Missing<RiskVerdict>(Reason why)
            when part.throughZero() -> {
                return placement.end(order, OrderStatus.CANCELLED, why, ended);
            }
            // It closes no more than its broker holds, and risk learns of it by the events of the order.
            case StepAnswer.Missing<RiskVerdict> _ -> warnings.add(TradeReason.RISK_UNCHECKED.reason());
            case StepAnswer.Given<RiskVerdict>(RiskVerdict verdict) -> {
                if (!verdict.allowed()) {
                    return placement.end(order, OrderStatus.DENIED, verdict.denial(), ended);
                }
            }
        }
        return placement.send(order, sent -> ended.accept(sent.order())).order();
    }
}
