package dev.tradesuite.brain.model.trained;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.model.ModelNote;
import dev.tradesuite.learning.model.ModelRead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions in use, kept up with the folder: a change of a note or of a file counts within a second, without a
 * restart. A version is read once and again only when one of its files has changed. Safe for use by several threads.
 */
public final class TrainedVersions {

    private static final Logger LOG = LoggerFactory.getLogger(TrainedVersions.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Optional<ModelFolder> folder;
    private final LongSupplier nanos;
    private final Map<Use, Look> looks = new ConcurrentHashMap<>();

    /**
     * The versions of a folder.
     *
     * @param folder empty: rules decide everywhere
     * @param nanos a clock that only counts, such as {@link System#nanoTime}
     */
    public TrainedVersions(Optional<ModelFolder> folder, LongSupplier nanos) {
        this.folder = folder;
        this.nanos = nanos;
    }

    /** The version in use for a series; empty when a rule decides there. */
    public Optional<VersionInUse> find(ModelKind kind, SeriesKey series) {
        return find(new Use(kind, series.symbol(), series.timeframe().name()));
    }

    /** Everything in use that cannot be read, by the name of its note, with what is wrong. */
    public Map<String, String> unreadable() {
        Map<String, String> problems = new TreeMap<>();
        try {
            for (ModelNote note : folder.map(ModelFolder::inUse).orElseGet(List::of)) {
                find(new Use(note.kind(), note.symbol(), note.timeframe()))
                        .flatMap(VersionInUse::problem)
                        .ifPresent(problem -> problems.put(note.name(), problem));
            }
        } catch (UncheckedIOException e) {
            problems.put("in-use", String.valueOf(e.getMessage()));
        }
        return problems;
    }

    /** The report of any version of the folder, a page of HTML; empty when there is none of that name. */
    public Optional<String> report(String version) {
        return folder.filter(models -> models.versions().contains(version))
                .map(models -> models.report(version))
                .filter(Files::isRegularFile)
                .map(TrainedVersions::text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    private Optional<VersionInUse> find(Use use) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        Look last = looks.get(use);
        if (last != null && now - last.at() < LOOK_EVERY_NANOS) {
            return Optional.ofNullable(last.inUse());
        }
        Look look = looks.compute(use, (_, before) -> look(folder.get(), use, before, now));
        return Optional.ofNullable(look.inUse());
    }

    private static Look look(ModelFolder folder, Use use, @Nullable Look before, long now) {
        try {
            Optional<ModelNote> note = folder.note(use.kind(), use.symbol(), use.timeframe());
            String stamp =
                    note.map(found -> found + folder.stamp(found.version())).orElse("");
            if (before != null && before.stamp().equals(stamp)) {
                return new Look(now, stamp, before.inUse());
            }
            @Nullable
            VersionInUse inUse = note.map(found -> new VersionInUse(found.version(), found.since(), folder.read(found)))
                    .orElse(null);
            tell(use, inUse, before);
            return new Look(now, stamp, inUse);
        } catch (RuntimeException e) {
            // Whatever a folder holds, the bar is judged.
            String problem = String.valueOf(e.getMessage());
            if (before != null && before.stamp().equals(problem)) {
                return new Look(now, problem, before.inUse());
            }
            VersionInUse unreadable = new VersionInUse("", Instant.EPOCH, new ModelRead.Unreadable("", problem));
            tell(use, unreadable, before);
            return new Look(now, problem, unreadable);
        }
    }

    private static void tell(Use use, @Nullable VersionInUse inUse, @Nullable Look before) {
        String series = "%s on %s %s".formatted(use.kind(), use.symbol(), use.timeframe());
        if (inUse == null) {
            if (before != null && before.inUse() != null) {
                LOG.info("{}: the rule decides", series);
            }
            return;
        }
        switch (inUse.read()) {
            case ModelRead.Served _ -> LOG.info("{}: {} decides", series, inUse.version());
            case ModelRead.Unreadable unreadable ->
                LOG.warn(
                        "{}: the rule stands in for {}, which is unreadable: {}",
                        series,
                        inUse.shownName(),
                        unreadable.problem());
        }
    }

    private record Use(ModelKind kind, String symbol, String timeframe) {}

    /**
     * What was found.
     *
     * @param at when, on the clock that only counts
     * @param stamp changes when what was found does
     * @param inUse absent when a rule decides
     */
    private record Look(long at, String stamp, @Nullable VersionInUse inUse) {}
}
