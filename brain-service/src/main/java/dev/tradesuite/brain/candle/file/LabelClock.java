package dev.tradesuite.brain.candle.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the labels of one file into moments.
 *
 * <p>A wall-clock time that a zone skips when summer begins is refused. One that a zone has twice when summer ends is
 * told apart by the order of the rows: the first time it comes the earlier moment is meant (the later one in a file
 * that runs backwards), the second time the other. Remembers the rows of each symbol, so it serves one file and one
 * thread.
 */
final class LabelClock {

    private final FileFormat format;
    private final Map<String, Seen> seenBySymbol = new HashMap<>();

    LabelClock(FileFormat format) {
        this.format = format;
    }

    /**
     * The moment a label means, and whether a time rule decided it.
     *
     * @throws DateTimeException when there is no such moment
     */
    Moment read(TimeLabel label, String symbol) {
        LocalDateTime wallClock = label.wallClock().plus(format.shift());
        Seen seen = seenBySymbol.computeIfAbsent(symbol, _ -> new Seen());
        for (TimeRule rule : format.timeRules()) {
            if (rule.matches(label.wallClock().getHour())) {
                return new Moment(seen.next(moments(wallClock, rule.zone())), true);
            }
        }
        ZoneId zone = label.offset() == null ? format.zone() : label.offset();
        return new Moment(seen.next(moments(wallClock, zone)), false);
    }

    /** The one or two moments at which a zone's clocks show this time. */
    private static List<Instant> moments(LocalDateTime wallClock, ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return List.of(wallClock.toInstant(offset));
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallClock);
        if (offsets.isEmpty()) {
            throw new DateTimeException(wallClock + " does not exist in " + zone + ": its clocks skip this hour");
        }
        return offsets.stream().map(wallClock::toInstant).toList();
    }

    /**
     * A moment.
     *
     * @param time when
     * @param moved whether a time rule decided it
     */
    record Moment(Instant time, boolean moved) {}

    /** Which way the rows of a symbol run, and how far they have come. */
    private static final class Seen {

        private Instant last = Instant.MIN;
        private boolean backwards;

        Instant next(List<Instant> moments) {
            Instant next = moments.size() == 1 ? moments.getFirst() : choose(moments.getFirst(), moments.getLast());
            if (!last.equals(Instant.MIN) && !next.equals(last)) {
                backwards = next.isBefore(last);
            }
            last = next;
            return next;
        }

        private Instant choose(Instant earlier, Instant later) {
            if (backwards) {
                return later.isBefore(last) ? later : earlier;
            }
            return earlier.isAfter(last) ? earlier : later;
        }
    }
}
