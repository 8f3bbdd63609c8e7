package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationHistory.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Store, cache and events in memory. */
final class FakeKeeping implements CorrelationStore, CorrelationCache, CorrelationEvents {

    final Map<CorrelationKey, CorrelationSnapshot> cached = new HashMap<>();
    final List<Stored> stored = new ArrayList<>();
    final List<CorrelationWatch.PairChange> pairChanges = new ArrayList<>();
    final List<CorrelationWatch.RegimeChange> regimeChanges = new ArrayList<>();
    private final Set<StrategyPair> alike = new HashSet<>();
    private final EnumSet<RunLabel> shifted = EnumSet.noneOf(RunLabel.class);
    private long version;
    private @Nullable Instant refreshedAt;
    private boolean returnsChanged;

    @Override
    public long version() {
        return version;
    }

    @Override
    public Freshness freshness() {
        return new Freshness(Optional.ofNullable(refreshedAt), returnsChanged);
    }

    @Override
    public long nextVersion(Instant now) {
        refreshedAt = now;
        returnsChanged = false;
        return ++version;
    }

    /** As when returns come or are corrected. */
    void change() {
        returnsChanged = true;
        version++;
    }

    @Override
    public Set<StrategyPair> alike(RunLabel label) {
        return Set.copyOf(alike);
    }

    @Override
    public void begin(RunLabel label, StrategyPair pair, double correlation, Instant at) {
        alike.add(pair);
    }

    @Override
    public void end(RunLabel label, StrategyPair pair) {
        alike.remove(pair);
    }

    @Override
    public boolean shifted(RunLabel label) {
        return shifted.contains(label);
    }

    @Override
    public void setShifted(RunLabel label, boolean now, Instant at) {
        if (now) {
            shifted.add(label);
        } else {
            shifted.remove(label);
        }
    }

    @Override
    public void keep(RunLabel label, Cause cause, CorrelationSnapshot snapshot) {
        stored.add(new Stored(label, LocalDate.ofInstant(snapshot.asOf(), ZoneOffset.UTC), cause, snapshot));
    }

    @Override
    public List<Stored> history(Asked asked) {
        return List.copyOf(stored);
    }

    @Override
    public void forgetBefore(LocalDate day) {
        stored.removeIf(one -> one.day().isBefore(day));
    }

    @Override
    public Optional<CorrelationSnapshot> find(CorrelationKey key, long wanted) {
        return Optional.ofNullable(cached.get(key)).filter(snapshot -> snapshot.version() == wanted);
    }

    @Override
    public void put(CorrelationKey key, CorrelationSnapshot snapshot) {
        cached.put(key, snapshot);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void pairChanged(RunLabel label, CorrelationWatch.PairChange change, Instant at) {
        pairChanges.add(change);
    }

    @Override
    public void regimeChanged(RunLabel label, CorrelationWatch.RegimeChange change, Instant at) {
        regimeChanges.add(change);
    }
}
