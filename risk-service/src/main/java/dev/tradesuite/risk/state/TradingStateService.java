package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a trading state, and how.
 *
 * <p>A person may set any state, with a reason. The system only makes the state of an account stricter, and takes back
 * only what it imposed for a day; so what only a person ends, a person has to end. HALTED is a person's act too: the
 * system itself still lets positions be reduced.
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
        if (scope == null || id == null) {
            return store.list(scope, id);
        }
        StateSubject subject = new StateSubject(scope, id);
        return store.list(subject.scope(), subject.id());
    }

    /** A person sets the state. */
    public StateEntry change(StateSubject subject, TradingState state, String reason, String person) {
        return store.exclusively(subject, () -> {
            TradingState from = current(subject);
            return save(from, new StateEntry(subject, state, reason, person, clock.instant(), null));
        });
    }

    /**
     * A person, or a service, sets the state in the place of one that was read before.
     *
     * @param changedAt since when the state that was read has been set
     * @return empty when there is another one by now, which stays
     */
    public Optional<StateEntry> replace(
            StateSubject subject, Instant changedAt, TradingState state, String reason, String person) {
        return store.exclusively(subject, () -> store.find(subject)
                .filter(entry -> entry.changedAt().equals(changedAt))
                .map(entry ->
                        save(entry.state(), new StateEntry(subject, state, reason, person, clock.instant(), null))));
    }

    /**
     * A person, or a service, makes the state stricter; one that is as strict and as lasting already stays as it is.
     */
    public StateEntry tighten(StateSubject subject, TradingState state, String reason, String person) {
        return store.exclusively(subject, () -> {
            Optional<StateEntry> before = store.find(subject);
            if (before.isPresent() && !isTighter(before.get(), state)) {
                return before.get();
            }
            TradingState from = before.map(StateEntry::state).orElse(TradingState.ACTIVE);
            return save(from, new StateEntry(subject, state, reason, person, clock.instant(), null));
        });
    }

    private static boolean isTighter(StateEntry before, TradingState state) {
        return state.compareTo(before.state()) > 0 || (state == before.state() && before.isForADay());
    }

    /**
     * The system restricts an account, unless it is restricted as much and as long already.
     *
     * <p>Runs in the transaction that holds the account's lock.
     *
     * @param today risk day it happens on
     * @param lastDay last risk day of the restriction; absent: until a person ends it
     */
    public void restrict(
            String accountId, TradingState state, String cause, LocalDate today, @Nullable LocalDate lastDay) {
        StateSubject account = StateSubject.account(accountId);
        Optional<StateEntry> before = store.find(account);
        TradingState from = before.map(entry -> entry.on(today)).orElse(TradingState.ACTIVE);
        boolean longer = state == from
                && lastDay == null
                && before.filter(StateEntry::isForADay).isPresent();
        // The states are in the order of their strictness.
        if (state.compareTo(from) > 0 || longer) {
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
