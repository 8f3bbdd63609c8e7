package dev.tradesuite.broker;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker can do.
 *
 * @param orderTypes types it takes
 * @param timesInForce times in force it takes
 * @param trailingStops whether its stops can follow the price
 * @param fractionalQuantities whether it takes less than a whole lot, or share
 * @param cancelsBeforeArrival whether an order that has not arrived yet can be cancelled and will then be refused
 * @param arrivalLimit how long after it was sent an order may still arrive; only then does "unknown" mean that it never
 *     will. Zero where orders that are on their way can be cancelled
 * @param streamsFills whether it tells of fills by itself; any other is asked again and again
 * @param sharesTransactions whether its own book is in the database of the orders: an order is then submitted in the
 *     transaction that books the answer. For any other broker an order is on disk before it is submitted
 * @param keepsHoldings whether it keeps apart what each strategy holds of a position: an order of a strategy that only
 *     reduces closes what that strategy holds, also where it takes the account through zero, and protection is the
 *     strategy's. Any other broker nets: there is nothing to reduce but the position
 */
public record BrokerCapabilities(
        Set<OrderType> orderTypes,
        Set<TimeInForce> timesInForce,
        boolean trailingStops,
        boolean fractionalQuantities,
        boolean cancelsBeforeArrival,
        Duration arrivalLimit,
        boolean streamsFills,
        boolean sharesTransactions,
        boolean keepsHoldings) {

    public BrokerCapabilities {
        orderTypes = Set.copyOf(orderTypes);
        timesInForce = Set.copyOf(timesInForce);
    }

    /** What a broker can do that nets. */
    public BrokerCapabilities(
            Set<OrderType> orderTypes,
            Set<TimeInForce> timesInForce,
            boolean trailingStops,
            boolean fractionalQuantities,
            boolean cancelsBeforeArrival,
            Duration arrivalLimit,
            boolean streamsFills,
            boolean sharesTransactions) {
        this(
                orderTypes,
                timesInForce,
                trailingStops,
                fractionalQuantities,
                cancelsBeforeArrival,
                arrivalLimit,
                streamsFills,
                sharesTransactions,
                false);
    }

    /** What the broker lacks to take an order, in a sentence; empty when it can. */
    public Optional<String> lackingFor(TradeTerms terms) {
        if (!orderTypes.contains(terms.type())) {
            return Optional.of("It takes no %s orders.".formatted(terms.type()));
        }
        if (!timesInForce.contains(terms.timeInForce())) {
            return Optional.of("It takes no orders with time in force %s.".formatted(terms.timeInForce()));
        }
        if (!trailingStops
                && (terms.trailingStop() != null || terms.protection().trailingStop() != null)) {
            return Optional.of("It has no trailing stops.");
        }
        if (!fractionalQuantities
                && terms.lots().value().remainder(BigDecimal.ONE).signum() != 0) {
            return Optional.of("It takes whole lots only, not %s.".formatted(terms.lots()));
        }
        return Optional.empty();
    }
}
