package dev.tradesuite.signals.equity.web;

import java.time.Instant;
import java.time.LocalDate;

/** Writes moments one after the other as ISO 8601; the day is written out once for all of it. For one thread. */
final class PointTimes {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private long day = Long.MIN_VALUE;
    private String date = "";

    /** Adds the same text as {@link Instant#toString}. */
    void add(Instant moment, StringBuilder text) {
        if (moment.getNano() != 0) {
            text.append(moment);
            return;
        }
        long seconds = moment.getEpochSecond();
        long now = Math.floorDiv(seconds, SECONDS_OF_A_DAY);
        if (now != day) {
            day = now;
            date = LocalDate.ofEpochDay(now) + "T";
        }
        int ofDay = (int) Math.floorMod(seconds, SECONDS_OF_A_DAY);
        two(text.append(date), ofDay / 3600).append(':');
        two(text, ofDay / 60 % 60).append(':');
        two(text, ofDay % 60).append('Z');
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
