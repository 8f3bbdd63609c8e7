package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trading states in memory. */
public final class FakeTradingStates implements TradingStateStore {

    public final Map<StateSubject, StateEntry> entries = new HashMap<>();
    public final List<String> changes = new ArrayList<>();
    public final List<Instant> forgotten = new ArrayList<>();

    @Override
    public <T> T exclusively(StateSubject subject, Supplier<T> work) {
        return work.get();
    }

    @Override
    public Optional<StateEntry> find(StateSubject subject) {
        return Optional.ofNullable(entries.get(subject));
    }

    @Override
    public List<StateEntry> list(@Nullable TradingStateScope scope, @Nullable String id) {
        return List.copyOf(entries.values());
    }

    @Override
    public void save(TradingState from, StateEntry entry) {
        changes.add(from + " > " + entry.state());
        entries.put(entry.subject(), entry);
    }

    @Override
    public void forgetChangesBefore(Instant moment) {
        forgotten.add(moment);
    }
}
