package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.registry.LastFetch;
import dev.tradesuite.portfolio.registry.LastFetches;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Returns in memory, and how asking for them went. */
final class MemoryReturns implements ReturnStore, FetchLog, LastFetches {

    private final Map<String, TreeMap<String, Double>> byStrategy = new TreeMap<>();
    private final Map<String, LastFetch> fetches = new TreeMap<>();

    /** Values of a strategy by day and label. */
    Map<String, Double> of(String code) {
        return byStrategy.getOrDefault(code, new TreeMap<>());
    }

    @Override
    public Stored add(String code, RunLabel label, List<DailyReturn> days, Instant now) {
        Stored sum = Stored.NOTHING;
        for (DailyReturn one : days) {
            Double before =
                    byStrategy.computeIfAbsent(code, _ -> new TreeMap<>()).put(one.day() + " " + label, one.value());
            sum = sum.plus(
                    before == null
                            ? new Stored(1, 0, 0)
                            : before == one.value() ? new Stored(0, 0, 1) : new Stored(0, 1, 0));
        }
        return sum;
    }

    @Override
    public List<RecordedReturn> page(Asked asked) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, LastFetch> of(Collection<String> codes) {
        return fetches.entrySet().stream()
                .filter(entry -> codes.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void succeeded(String code, Instant now) {
        fetches.put(code, new LastFetch(Optional.of(now), Optional.empty(), Optional.empty()));
    }

    @Override
    public void failed(String code, Reason why, Instant now) {
        fetches.put(code, new LastFetch(Optional.empty(), Optional.of(now), Optional.of(why)));
    }
}
