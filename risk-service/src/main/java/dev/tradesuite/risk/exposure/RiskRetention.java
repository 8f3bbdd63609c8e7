package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.state.TradingStateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what its time is over for, in every table that only grows. */
public final class RiskRetention {

    private static final Logger LOG = LoggerFactory.getLogger(RiskRetention.class);

    private final ReservationStore reservations;
    private final RiskAccounts accounts;
    private final TradingStateStore states;
    private final Kept kept;
    private final Clock clock;

    public RiskRetention(
            ReservationStore reservations, RiskAccounts accounts, TradingStateStore states, Kept kept, Clock clock) {
        this.reservations = reservations;
        this.accounts = accounts;
        this.states = states;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * How long what is kept.
     *
     * @param reservations after they came to their end
     * @param endedOrders ends of orders that never had a reservation
     * @param history changes of trading states and limits, and breaches
     */
    public record Kept(Duration reservations, Duration endedOrders, Duration history) {}

    /** Forgets it; a table that fails holds up no other. */
    public void forget() {
        forget("reservations", kept.reservations, reservations::forgetEndedBefore);
        forget("ended orders", kept.endedOrders, reservations::forgetEndsBefore);
        forget("history of accounts", kept.history, accounts::forgetHistoryBefore);
        forget("history of trading states", kept.history, states::forgetChangesBefore);
    }

    private void forget(String what, Duration age, Consumer<Instant> forget) {
        try {
            forget.accept(clock.instant().minus(age));
        } catch (RuntimeException e) {
            LOG.warn("Old {} are not forgotten yet: {}", what, e.toString());
        }
    }
}
