package dev.tradesuite.orchestrator.order.paper;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.BrokerOrder;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import dev.tradesuite.orchestrator.order.BrokerOrder.Standing;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.OrderType;
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
 * @param bracket legs with the same bracket cancel one another; absent for an order somebody sent
 * @param accountId account
 * @param terms what is wanted
 * @param standing where it stands
 * @param triggered whether a stop order has been reached and is filled at the market from now on
 * @param executions everything filled so far
 * @param cause why it ended without a full fill; absent otherwise
 * @param acceptedAt when it was taken; absent when it was rejected, or cancelled before it arrived
 * @param pricedUntil end of the last candle it met; absent before the first
 * @param changedAt when it changed last
 */
public record PaperOrder(
        String clientOrderId,
        @Nullable String parent,
        @Nullable String bracket,
        String accountId,
        OrderTerms terms,
        Standing standing,
        boolean triggered,
        List<Execution> executions,
        @Nullable Reason cause,
        @Nullable Instant acceptedAt,
        @Nullable Instant pricedUntil,
        Instant changedAt) {

    public PaperOrder {
        executions = List.copyOf(executions);
    }

    /** An order as it arrives. */
    static PaperOrder arrived(String clientOrderId, String accountId, OrderTerms terms, Instant at) {
        return new PaperOrder(
                clientOrderId, null, null, accountId, terms, Standing.WORKING, false, List.of(), null, at, null, at);
    }

    /** An order that was taken back before it arrived, noted so that it is not taken when it does. */
    static PaperOrder cancelledUnseen(
            String clientOrderId, String accountId, OrderTerms terms, Reason why, Instant at) {
        return new PaperOrder(
                clientOrderId, null, null, accountId, terms, Standing.CANCELLED, false, List.of(), why, null, null, at);
    }

    /** A leg of this order's bracket, at work from the given time. */
    PaperOrder leg(String suffix, String legBracket, OrderTerms legTerms, Instant at) {
        return new PaperOrder(
                clientOrderId + suffix,
                clientOrderId,
                legBracket,
                accountId,
                legTerms,
                Standing.WORKING,
                false,
                List.of(),
                null,
                at,
                null,
                at);
    }

    /** The order with its executions, which a store reads after it. */
    public PaperOrder with(List<Execution> stored) {
        return with(standing, triggered, stored, cause, pricedUntil, changedAt);
    }

    PaperOrder executed(List<Execution> more, Instant at) {
        List<Execution> all = new ArrayList<>(executions);
        all.addAll(more);
        boolean complete = sum(all).equals(terms.lots());
        return with(complete ? Standing.FILLED : Standing.WORKING, isTriggeredByFill(), all, null, pricedUntil, at);
    }

    PaperOrder ended(Standing end, Reason why, Instant at) {
        return with(end, triggered, executions, why, pricedUntil, at);
    }

    PaperOrder pricedUntil(Instant end) {
        return with(standing, triggered, executions, cause, end, changedAt);
    }

    boolean isWorking() {
        return standing == Standing.WORKING;
    }

    boolean isLeg() {
        return parent != null;
    }

    Lots filled() {
        return sum(executions);
    }

    Lots unfilled() {
        return new Lots(terms.lots().value().subtract(filled().value()));
    }

    /** Whether it takes the next price there is. */
    boolean isAtMarket() {
        return terms.type() == OrderType.MARKET || triggered;
    }

    /** The order as its sender sees it. */
    BrokerOrder seen() {
        return new BrokerOrder(clientOrderId, parent, terms, standing, executions, cause, acceptedAt, changedAt);
    }

    private boolean isTriggeredByFill() {
        return triggered || terms.type() == OrderType.STOP;
    }

    private PaperOrder with(
            Standing nextStanding,
            boolean nextTriggered,
            List<Execution> nextExecutions,
            @Nullable Reason nextCause,
            @Nullable Instant nextPricedUntil,
            Instant at) {
        return new PaperOrder(
                clientOrderId,
                parent,
                bracket,
                accountId,
                terms,
                nextStanding,
                nextTriggered,
                nextExecutions,
                nextCause,
                acceptedAt,
                nextPricedUntil,
                at);
    }

    private static Lots sum(List<Execution> executions) {
        return new Lots(executions.stream().map(each -> each.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
