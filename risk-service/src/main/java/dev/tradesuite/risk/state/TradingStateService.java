package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a trading state, and how.
 *
 * <p>A person may set any state, with a reason. The system only makes the state of an account stricter, and takes back
 * only what it imposed for a day; so leaving HALTED always takes a person.
 */
public final class TradingStateService {

    private final TradingStateStore store;
    private final StateEvents events;
    private final Clock clock;

    public TradingStateService(TradingStateStore store, StateEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** States that were ever set, by scope and id; both may be left open. What is not listed is ACTIVE. */
    public List<StateEntry> list(@Nullable TradingStateScope scope, @Nullable String id) {
        return store.list(scope, id);
    }

    /** A person sets the state. */
    public StateEntry change(StateSubject subject, TradingState state, String reason, String person) {
        return store.exclusively(subject, () -> {
            TradingState from = current(subject);
            return save(from, new StateEntry(subject, state, reason, person, clock.instant(), null));
        });
    }

    /**
     * The system restricts an account, unless it is restricted as much already.
     *
     * <p>Runs in the transaction that holds the account's lock.
     *
     * @param today risk day it happens on
     * @param lastDay last risk day of the restriction; absent: until a person ends it
     */
    public void restrict(
            String accountId, TradingState state, String cause, LocalDate today, @Nullable LocalDate lastDay) {
        StateSubject account = StateSubject.account(accountId);
        TradingState from = store.find(account).map(entry -> entry.on(today)).orElse(TradingState.ACTIVE);
        // The states are in the order of their strictness.
        if (state.compareTo(from) > 0) {
            save(from, new StateEntry(account, state, cause, StateEntry.SYSTEM, clock.instant(), lastDay));
        }
    }

    /** The system takes back what it imposed for a day that is over. Runs under the account's lock too. */
    public void liftWhatIsOver(String accountId, LocalDate today) {
        StateSubject account = StateSubject.account(accountId);
        store.find(account)
                .filter(entry -> entry.isOverOn(today))
                .ifPresent(entry -> save(
                        entry.state(),
                        new StateEntry(
                                account,
                                TradingState.ACTIVE,
                                "the restriction was for " + entry.lastDay() + ", and that day is over",
                                StateEntry.SYSTEM,
                                clock.instant(),
                                null)));
    }

    private TradingState current(StateSubject subject) {
        return store.find(subject).map(StateEntry::state).orElse(TradingState.ACTIVE);
    }

    private StateEntry save(TradingState from, StateEntry entry) {
        store.save(from, entry);
        events.changed(entry);
        return entry;
    }
}
