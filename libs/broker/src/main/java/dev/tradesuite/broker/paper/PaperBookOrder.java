package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in the paper broker's book. Immutable.
 *
 * @param clientOrderId key its sender gave it
 * @param parent order whose bracket it is a leg of; absent for an order somebody sent
 * @param bracket legs with the same bracket cancel one another; absent for an order that protects nothing
 * @param accountId account
 * @param strategy whose it is; absent without one
 * @param terms what is wanted; the trigger of a trailing stop is where it has followed to, the lots of an order that
 *     only reduces are what was left to reduce
 * @param status where it stands
 * @param triggered whether the trigger has been reached: a stop is filled at the market from then on, a stop limit
 *     waits as a limit
 * @param executions everything filled so far
 * @param cause why it ended without a full fill; absent otherwise
 * @param acceptedAt when it was taken; absent when it was rejected, or cancelled before it arrived
 * @param pricedUntil end of the last candle it met; absent before the first
 * @param changedAt when it changed last
 */
public record PaperBookOrder(
        String clientOrderId,
        @Nullable String parent,
        @Nullable String bracket,
        String accountId,
        @Nullable String strategy,
        TradeTerms terms,
        BrokerOrderStatus status,
        boolean triggered,
        List<BrokerExecution> executions,
        @Nullable Reason cause,
        @Nullable Instant acceptedAt,
        @Nullable Instant pricedUntil,
        Instant changedAt) {

    public PaperBookOrder {
        executions = List.copyOf(executions);
    }

    /** An order as it arrives. */
    static PaperBookOrder arrived(BrokerRequest request, Instant at) {
        return made(request, null, null, at);
    }

    /** A leg that protects a position, as it arrives. */
    static PaperBookOrder arrived(BrokerRequest request, String bracket, Instant at) {
        return made(request, null, bracket, at);
    }

    /** An order that was taken back before it arrived, noted so that it is not taken when it does. */
    static PaperBookOrder cancelledUnseen(BrokerRequest request, Reason why, Instant at) {
        return new PaperBookOrder(
                request.clientOrderId(),
                null,
                null,
                request.accountId(),
                request.strategy(),
                request.terms(),
                BrokerOrderStatus.CANCELLED,
                false,
                List.of(),
                why,
                null,
                null,
                at);
    }

    /** A leg of this order's bracket, at work from the given time. */
    PaperBookOrder leg(String suffix, String legBracket, TradeTerms legTerms, Instant at) {
        return made(clientOrderId + suffix, clientOrderId, legBracket, accountId, strategy, legTerms, at);
    }

    /** The order that takes the place of this one, in the same bracket. */
    PaperBookOrder replacedBy(BrokerRequest request, Instant at) {
        return made(request, parent, bracket, at);
    }

    private static PaperBookOrder made(
            BrokerRequest request, @Nullable String parent, @Nullable String bracket, Instant at) {
        return made(
                request.clientOrderId(), parent, bracket, request.accountId(), request.strategy(), request.terms(), at);
    }

    private static PaperBookOrder made(
            String clientOrderId,
            @Nullable String parent,
            @Nullable String bracket,
            String accountId,
            @Nullable String strategy,
            TradeTerms terms,
            Instant at) {
        return new PaperBookOrder(
                clientOrderId,
                parent,
                bracket,
                accountId,
                strategy,
                terms,
                BrokerOrderStatus.WORKING,
                false,
                List.of(),
                null,
                at,
                null,
                at);
    }

    PaperBookOrder executed(List<BrokerExecution> more, Instant at) {
        List<BrokerExecution> all = new ArrayList<>(executions);
        all.addAll(more);
        boolean complete = sum(all).equals(terms.lots());
        return with(
                terms,
                complete ? BrokerOrderStatus.FILLED : BrokerOrderStatus.WORKING,
                triggered || terms.type().hasTrigger(),
                all,
                null,
                pricedUntil,
                at);
    }

    PaperBookOrder ended(BrokerOrderStatus end, Reason why, Instant at) {
        return with(terms, end, triggered, executions, why, pricedUntil, at);
    }

    /** A stop limit order whose trigger was reached and whose limit was not. */
    PaperBookOrder reached(Instant at) {
        return with(terms, status, true, executions, cause, pricedUntil, at);
    }

    /** A trailing stop that has followed the price. */
    PaperBookOrder followed(BigDecimal trigger, Instant at) {
        return with(terms.priced(null, trigger), status, triggered, executions, cause, pricedUntil, at);
    }

    /** The same order for other lots than are unfilled of it. */
    PaperBookOrder wanting(Lots unfilled, Instant at) {
        Lots all = new Lots(filled().value().add(unfilled.value()));
        return with(terms.sized(all), status, triggered, executions, cause, pricedUntil, at);
    }

    PaperBookOrder pricedUntil(Instant end) {
        return with(terms, status, triggered, executions, cause, end, changedAt);
    }

    boolean isWorking() {
        return status.isOpen();
    }

    /** Whether it protects a position: others of its bracket end when it closes it. */
    boolean isLeg() {
        return bracket != null;
    }

    /** Whose lots it opens or closes. */
    String holder() {
        return HeldLots.holder(strategy);
    }

    /**
     * Whether it may only reduce what one holder has: what protects a holding, and what closes that of a strategy. An
     * order that only reduces and neither protects nor names a strategy reduces the position, whoever holds it.
     */
    boolean isOfHolding() {
        return terms.reduceOnly() && (isLeg() || !HeldLots.isNobody(strategy));
    }

    Lots filled() {
        return sum(executions);
    }

    Lots unfilled() {
        return new Lots(terms.lots().value().subtract(filled().value()));
    }

    /** Whether it takes the next price there is. */
    boolean isAtMarket() {
        return terms.type() == OrderType.MARKET || (terms.type() == OrderType.STOP && triggered);
    }

    /** Whether it waits for its limit alone. */
    boolean isAtLimit() {
        return terms.type() == OrderType.LIMIT || (terms.type() == OrderType.STOP_LIMIT && triggered);
    }

    /** The order as its sender sees it. */
    BrokerOrder seen() {
        return new BrokerOrder(clientOrderId, parent, terms, status, executions, cause, acceptedAt, changedAt);
    }

    private PaperBookOrder with(
            TradeTerms nextTerms,
            BrokerOrderStatus nextStatus,
            boolean nextTriggered,
            List<BrokerExecution> nextExecutions,
            @Nullable Reason nextCause,
            @Nullable Instant nextPricedUntil,
            Instant at) {
        return new PaperBookOrder(
                clientOrderId,
                parent,
                bracket,
                accountId,
                strategy,
                nextTerms,
                nextStatus,
                nextTriggered,
                nextExecutions,
                nextCause,
                acceptedAt,
                nextPricedUntil,
                at);
    }

    private static Lots sum(List<BrokerExecution> executions) {
        return new Lots(executions.stream().map(each -> each.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
