package dev.tradesuite.backtest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands at the cycle of a day, which runs shortly after midnight UTC, once the prices of that day are there. */
final class ReplayClock extends Clock {

    private static final LocalTime CYCLE = LocalTime.of(0, 5);

    private LocalDate day;

    ReplayClock(LocalDate day) {
        this.day = day;
    }

    /** The day whose cycle is the first to see what was true at a moment. */
    static LocalDate firstCycleAfter(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return moment.isAfter(cycleOf(day)) ? day.plusDays(1) : day;
    }

    private static Instant cycleOf(LocalDate day) {
        return day.atTime(CYCLE).toInstant(ZoneOffset.UTC);
    }

    LocalDate day() {
        return day;
    }

    void advance() {
        day = day.plusDays(1);
    }

    @Override
    public Instant instant() {
        return cycleOf(day);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
