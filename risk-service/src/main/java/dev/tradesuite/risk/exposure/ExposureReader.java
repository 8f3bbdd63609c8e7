package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.RiskHolding;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.state.StateEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a check needs of an account: positions, pending orders and trading states. */
public interface ExposureReader {

    /** The account as it is now, with the trading states of what a trade is about. Takes no lock. */
    Optional<AccountSnapshot> snapshot(String accountId, TradeSubjects about);

    /** Trading states of what a trade is about, and of its account, when it is for one. */
    List<StateEntry> states(@Nullable String accountId, TradeSubjects about);

    /** What orders of a locked account are decided on. */
    OrderBook orderBook(LockedAccount account, List<ReserveOrder> orders);

    /**
     * What orders are decided on.
     *
     * @param positions of the account
     * @param pending what is held for orders of the account, by order
     * @param states trading states of the account and of what the orders are about
     * @param existing reservations there are for the orders
     * @param ended orders that have ended without a reservation
     */
    record OrderBook(
            List<RiskHolding> positions,
            Map<UUID, RiskHolding> pending,
            List<StateEntry> states,
            Map<UUID, Reservation> existing,
            Set<UUID> ended) {

        public OrderBook {
            positions = List.copyOf(positions);
            pending = Map.copyOf(pending);
            states = List.copyOf(states);
            existing = Map.copyOf(existing);
            ended = Set.copyOf(ended);
        }
    }
}
