package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where trading states are kept, with every change there ever was. */
public interface TradingStateStore {

    /**
     * Runs the work in one transaction in which nobody else changes the state of the subject. When it has committed,
     * every reservation made from then on has seen the change.
     */
    <T> T exclusively(StateSubject subject, Supplier<T> work);

    /** The entry of a subject; empty when it was never restricted. */
    Optional<StateEntry> find(StateSubject subject);

    /** Entries, by scope and id; both may be left open. */
    List<StateEntry> list(@Nullable TradingStateScope scope, @Nullable String id);

    /** Replaces the entry of its subject and adds the change to the history. */
    void save(TradingState from, StateEntry entry);

    /** Forgets changes from before this moment; the present entries stay. */
    void forgetChangesBefore(Instant moment);
}
