package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.instruments.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Following in memory. */
final class MemoryFollowing implements FollowingStore {

    private final Map<FollowerKey, FollowedSignal> signals = new HashMap<>();
    private final TreeMap<Long, FollowStep> steps = new TreeMap<>();
    private final Map<Long, Instant> tryAt = new HashMap<>();
    private final Function<FollowerKey, Long> shareVersion;

    /** @param shareVersion of the capital of a follower now */
    MemoryFollowing(Function<FollowerKey, Long> shareVersion) {
        this.shareVersion = shareVersion;
    }

    @Override
    public Optional<FollowedSignal> find(FollowerKey key) {
        return Optional.ofNullable(signals.get(key));
    }

    @Override
    public Optional<FollowedSignal> lock(FollowerKey key) {
        return find(key);
    }

    @Override
    public List<FollowedSignal> all() {
        return List.copyOf(signals.values());
    }

    @Override
    public List<FollowedSignal> withOtherShare() {
        return signals.values().stream()
                .filter(signal -> signal.wish().direction() != Direction.FLAT
                        && signal.shareVersion() != shareVersion.apply(signal.key())
                        && pending(signal.key()).isEmpty())
                .toList();
    }

    @Override
    public boolean add(FollowedSignal first) {
        return signals.putIfAbsent(first.key(), first) == null;
    }

    @Override
    public void save(FollowedSignal signal) {
        signals.put(signal.key(), signal);
    }

    @Override
    public boolean add(FollowStep step) {
        if (find(step.key(), step.change()).isPresent()) {
            return false;
        }
        long id = steps.size() + 1L;
        steps.put(id, new FollowStep(id, step.key(), step.change(), step.at(), step.progress()));
        tryAt.put(id, step.at());
        return true;
    }

    @Override
    public Optional<FollowStep> find(FollowerKey key, FollowStep.Change change) {
        return steps.values().stream()
                .filter(step -> step.key().equals(key)
                        && step.change().bar().equals(change.bar())
                        && step.change().leg() == change.leg()
                        && step.change().revision() == change.revision())
                .findFirst();
    }

    @Override
    public List<FollowerKey> waiting(Instant now) {
        return steps.values().stream()
                .filter(step -> isFree(step, now))
                .map(FollowStep::key)
                .distinct()
                .toList();
    }

    @Override
    public List<FollowStep> pending(FollowerKey key) {
        return steps.values().stream()
                .filter(step -> step.key().equals(key) && step.isPending())
                .toList();
    }

    @Override
    public Optional<FollowStep> claim(long id, Instant now, Instant until) {
        Optional<FollowStep> found = Optional.ofNullable(steps.get(id)).filter(step -> isFree(step, now));
        found.ifPresent(_ -> tryAt.put(id, until));
        return found;
    }

    @Override
    public boolean save(FollowStep step, Instant next) {
        FollowStep before = Objects.requireNonNull(steps.get(step.id()));
        if (before.progress().outcome() != FollowingOutcome.PENDING) {
            return false;
        }
        steps.put(step.id(), step);
        tryAt.put(step.id(), next);
        return true;
    }

    @Override
    public List<FollowStep> steps(FollowerKey key, Optional<Long> before, int most) {
        return steps.values().stream()
                .filter(step -> step.key().equals(key) && step.id() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparing(FollowStep::id).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void forgetBefore(Instant moment) {
        List<Long> old = new ArrayList<>();
        steps.forEach((id, step) -> {
            if (step.at().isBefore(moment)) {
                old.add(id);
            }
        });
        old.forEach(steps::remove);
    }

    private boolean isFree(FollowStep step, Instant now) {
        return step.isPending() && !Objects.requireNonNull(tryAt.get(step.id())).isAfter(now);
    }
}
