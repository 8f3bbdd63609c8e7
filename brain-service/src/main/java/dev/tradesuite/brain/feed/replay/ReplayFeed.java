package dev.tradesuite.brain.feed.replay;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.brain.feed.FeedException;
import dev.tradesuite.brain.feed.MissingBars;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.SeriesKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a file of recorded bars as if they were of now: its times are moved forward by whole weeks, what lies before
 * now is history, and the rest comes as each bar closes. After its last bar the feed has ended; when the file has been
 * given further bars by then, it goes on with these.
 *
 * <p>By how many weeks is decided when the feed begins ({@link ReplayPlace}) and kept; it is decided anew for a file
 * that begins at another time, and when nothing is stored any more. Safe for use by several threads.
 */
final class ReplayFeed implements FeedAdapter {

    /** Bars brought and held at a time; as history they are the work of a second. */
    private static final int MOST_BARS = 10_000;

    private final Start start;
    private final ReplayFile file;
    private final ReplayPlaces places;
    private final BooleanSupplier hasBars;
    private final Clock clock;
    private @Nullable Opened opened;
    private Stretch stretch = new Stretch(Instant.EPOCH, Instant.EPOCH, Map.of());

    /**
     * A feed.
     *
     * @param hasBars whether a bar of it is stored
     */
    ReplayFeed(Start start, ReplayFile file, ReplayPlaces places, BooleanSupplier hasBars, Clock clock) {
        this.start = start;
        this.file = file;
        this.places = places;
        this.hasBars = hasBars;
        this.clock = clock;
    }

    /**
     * What the settings say.
     *
     * @param name of the feed
     * @param timeframe length of its bars
     * @param history how much of the file is past when it begins
     */
    record Start(String name, Timeframe timeframe, Duration history) {}

    /** A file that has been read through. */
    private record Opened(String version, Map<Instrument, RecordedSpan> spans, ReplayPlace place) {

        Duration shift() {
            return place.shift();
        }
    }

    /** Bars that close after a moment and not after another, both as recorded. */
    private record Stretch(Instant after, Instant until, Map<Instrument, List<Candle>> bars) {

        boolean holds(Instant from, Instant to) {
            return !from.isBefore(after) && !to.isAfter(until);
        }
    }

    @Override
    public String source() {
        return SeriesKind.REPLAYED.source();
    }

    @Override
    public RunLabel label() {
        return RunLabel.SIMULATED;
    }

    @Override
    public Duration delay() {
        return Duration.ZERO;
    }

    @Override
    public synchronized Map<Instrument, FeedAnswer> bars(Map<Instrument, Instant> from, Instant closedBy) {
        Opened now = opened();
        Map<Instrument, FeedAnswer> answers = new LinkedHashMap<>();
        from.forEach((instrument, first) -> answers.put(instrument, answer(now, instrument, first, closedBy)));
        return answers;
    }

    @Override
    public synchronized OptionalLong missing(
            Instrument instrument, Instant from, Instant closedBy, MissingBars market) {
        try {
            return known().map(now -> OptionalLong.of(
                            recorded(now, instrument, from, closedBy).size()))
                    .orElse(OptionalLong.empty());
        } catch (FeedException _) {
            return OptionalLong.empty();
        }
    }

    private FeedAnswer answer(Opened now, Instrument instrument, Instant from, Instant closedBy) {
        RecordedSpan span = Objects.requireNonNull(now.spans().get(instrument), instrument.symbol());
        Instant end = span.lastOpen().plus(start.timeframe().length()).plus(now.shift());
        if (!from.isBefore(end)) {
            return ended(now, end);
        }
        long length = start.timeframe().length().toMillis();
        Instant most = from.plusMillis(length * MOST_BARS);
        Instant to = closedBy.isBefore(most) ? closedBy : most;
        Instant until = Instant.ofEpochMilli(Math.floorDiv(to.toEpochMilli(), length) * length);
        return FeedAnswer.complete(
                recorded(now, instrument, from, to).stream()
                        .map(bar -> moved(bar, now.shift()))
                        .toList(),
                until);
    }

    private FeedAnswer ended(Opened now, Instant end) {
        if (!file.version().equals(now.version())) {
            // Read through when it is asked again.
            opened = null;
        }
        return new FeedAnswer.Ended("the file has been played to its end, the bar that closed at " + end);
    }

    /** Bars that close in a stretch of now, as recorded. */
    private List<Candle> recorded(Opened now, Instrument instrument, Instant after, Instant until) {
        Instant from = after.minus(now.shift());
        Instant to = until.minus(now.shift());
        if (!stretch.holds(from, to)) {
            Instant most = from.plus(start.timeframe().length().multipliedBy(MOST_BARS));
            Instant last = to.isAfter(most) ? to : most;
            stretch = new Stretch(from, last, file.bars(from, last));
        }
        Duration length = start.timeframe().length();
        return stretch.bars().getOrDefault(instrument, List.of()).stream()
                .filter(bar -> bar.openTime().plus(length).isAfter(from)
                        && !bar.openTime().plus(length).isAfter(to))
                .toList();
    }

    /** The file, read through; where it stands is decided when that is not known. */
    private Opened opened() {
        return known().orElseGet(this::begun);
    }

    /** The file where it stands already; empty when it has not begun, or is another file. */
    private Optional<Opened> known() {
        Optional<ReplayPlace> place = places.find(start.name());
        Opened before = opened;
        if (before != null && place.filter(before.place()::equals).isPresent()) {
            return Optional.of(before);
        }
        if (place.isEmpty() || !hasBars.getAsBoolean()) {
            return Optional.empty();
        }
        String version = file.version();
        Map<Instrument, RecordedSpan> spans = file.spans();
        return firstOpen(spans).equals(place.get().firstOpen())
                ? Optional.of(open(new Opened(version, spans, place.get())))
                : Optional.empty();
    }

    private Opened begun() {
        String version = file.version();
        Map<Instrument, RecordedSpan> spans = file.spans();
        Instant lastClose = spans.values().stream()
                .map(RecordedSpan::lastOpen)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(start.timeframe().length());
        ReplayPlace place = ReplayPlace.of(firstOpen(spans), lastClose, start.history(), clock.instant());
        places.keep(start.name(), place);
        return open(new Opened(version, spans, place));
    }

    private Opened open(Opened now) {
        opened = now;
        stretch = new Stretch(Instant.EPOCH, Instant.EPOCH, Map.of());
        return now;
    }

    private static Instant firstOpen(Map<Instrument, RecordedSpan> spans) {
        return spans.values().stream()
                .map(RecordedSpan::firstOpen)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Candle moved(Candle bar, Duration shift) {
        return new Candle(bar.openTime().plus(shift), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
}
