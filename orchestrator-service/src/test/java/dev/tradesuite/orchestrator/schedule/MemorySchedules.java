package dev.tradesuite.orchestrator.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schedules and due times in memory. */
final class MemorySchedules implements PortfolioSchedules, ScheduleTimer {

    final Map<Long, PortfolioSchedule> schedules = new TreeMap<>();

    /** Next due time by portfolio. */
    final Map<Long, Instant> due = new TreeMap<>();

    /** Portfolio that is being woken for just now, so that its time cannot be set. */
    long woken;

    @Override
    public Optional<PortfolioSchedule> findAndLock(long portfolioId) {
        return Optional.ofNullable(schedules.get(portfolioId));
    }

    @Override
    public void put(PortfolioSchedule schedule) {
        schedules.put(schedule.portfolioId(), schedule);
    }

    @Override
    public List<DueSchedule> list(@Nullable Long after, @Nullable Set<Long> only, int limit) {
        return schedules.values().stream()
                .filter(schedule -> after == null || schedule.portfolioId() > after)
                .filter(schedule -> only == null || only.contains(schedule.portfolioId()))
                .limit(limit)
                .map(schedule -> new DueSchedule(schedule, due.get(schedule.portfolioId())))
                .toList();
    }

    @Override
    public Optional<PortfolioSchedule> noteDue(long portfolioId, Instant dueAt) {
        return findAndLock(portfolioId).filter(PortfolioSchedule::active).map(before -> {
            PortfolioSchedule noted = new PortfolioSchedule(
                    portfolioId, before.strategyType(), true, before.schedule(), before.sequence(), dueAt);
            put(noted);
            return noted;
        });
    }

    @Override
    public void set(long portfolioId, Instant at) {
        requireAsleep(portfolioId);
        due.put(portfolioId, at);
    }

    @Override
    public void setIfAbsent(long portfolioId, Instant at) {
        due.putIfAbsent(portfolioId, at);
    }

    @Override
    public void clear(long portfolioId) {
        requireAsleep(portfolioId);
        due.remove(portfolioId);
    }

    private void requireAsleep(long portfolioId) {
        if (portfolioId == woken) {
            throw new IllegalStateException("portfolio %d is being woken for".formatted(portfolioId));
        }
    }
}
