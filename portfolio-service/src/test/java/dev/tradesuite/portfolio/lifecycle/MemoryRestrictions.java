package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.risk.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Wishes in memory. */
public final class MemoryRestrictions implements RestrictionStore {

    private final TreeMap<String, StrategyRestriction> wishes = new TreeMap<>();
    private final TreeMap<String, Instant> next = new TreeMap<>();

    @Override
    public void want(String code, TradingState state, String reason, Instant now) {
        long version = find(code).map(before -> before.version() + 1).orElse(0L);
        wishes.put(
                code,
                new StrategyRestriction(code, state, reason, now, Optional.empty(), Optional.empty(), 0, version));
        next.put(code, now);
    }

    @Override
    public Optional<StrategyRestriction> find(String code) {
        return Optional.ofNullable(wishes.get(code));
    }

    @Override
    public List<StrategyRestriction> claim(Instant now, Instant until, int most) {
        List<StrategyRestriction> due = wishes.values().stream()
                .filter(one -> one.doneAt().isEmpty()
                        && !Objects.requireNonNull(next.get(one.code())).isAfter(now))
                .limit(most)
                .toList();
        due.forEach(one -> next.put(one.code(), until));
        return due;
    }

    @Override
    public void done(StrategyRestriction claimed, String note, Instant now) {
        put(claimed, Optional.of(now), note);
    }

    @Override
    public void failed(StrategyRestriction claimed, String why, Instant again) {
        put(claimed, Optional.empty(), why);
        next.put(claimed.code(), again);
    }

    private void put(StrategyRestriction claimed, Optional<Instant> doneAt, String note) {
        find(claimed.code())
                .filter(one -> one.version() == claimed.version())
                .ifPresent(one -> wishes.put(
                        one.code(),
                        new StrategyRestriction(
                                one.code(),
                                one.state(),
                                one.reason(),
                                one.since(),
                                doneAt,
                                Optional.of(note),
                                one.attempts() + 1,
                                one.version())));
    }
}
