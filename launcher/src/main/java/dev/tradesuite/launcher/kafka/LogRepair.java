package dev.tradesuite.launcher.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes out of the log of a broker that does not run what cannot be read.
 *
 * <p>A damaged segment is moved to a folder beside the log and replaced by the messages of it that are whole. Where
 * Kafka's own records of its topics are damaged, nothing tells any more what belongs to what: then the whole log is
 * moved away, and Kafka begins with an empty one.
 */
final class LogRepair {

    private static final String INTERNAL = "__";
    private static final String METADATA = INTERNAL + "cluster_metadata-0";
    private static final String LOG_FILE = ".log";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Path damaged;
    private boolean movedEverything;

    /**
     * Repairs a folder.
     *
     * @param folder folder of the log
     * @param clock names the folder for what is moved away
     */
    LogRepair(Path folder, Clock clock) {
        this.folder = folder;
        this.damaged =
                folder.resolveSibling("%s-damaged-%s".formatted(folder.getFileName(), MOMENT.format(clock.instant())));
    }

    /** Topics of a log that was moved away as a whole; empty otherwise. */
    LostTopics lostTopics() throws IOException {
        return movedEverything ? LostTopics.of(damaged) : new LostTopics(Map.of());
    }

    /** Looks at every segment, and says what was moved away; empty when all are whole. */
    List<String> ofEverything() throws IOException {
        return repair("");
    }

    /** Looks only at what Kafka itself reads: its topics, the positions of consumers. That is little. */
    List<String> ofInternals() throws IOException {
        return repair(INTERNAL);
    }

    private List<String> repair(String beginning) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        for (Path segment : segments(folder.resolve(METADATA))) {
            if (SegmentScan.of(segment).hasGap()) {
                return List.of(moveEverything(segment));
            }
        }
        List<String> repaired = new ArrayList<>();
        for (Path partition : children(folder, "")) {
            if (!partition.getFileName().toString().startsWith(beginning)) {
                continue;
            }
            for (Path segment : segments(partition)) {
                repair(partition, segment).ifPresent(repaired::add);
            }
        }
        return repaired;
    }

    private String moveEverything(Path segment) throws IOException {
        movedEverything = true;
        Files.createDirectories(damaged);
        // Its content and not the folder itself, which may be the root of a disk.
        for (Path child : children(folder, "")) {
            move(child, damaged.resolve(child.getFileName()));
        }
        return "%s is damaged, so the whole log was moved to %s; Kafka begins with an empty one"
                .formatted(folder.relativize(segment), damaged);
    }

    private Optional<String> repair(Path partition, Path segment) throws IOException {
        SegmentScan scan = SegmentScan.of(segment);
        if (scan.isWhole()) {
            return Optional.empty();
        }
        Path kept = damaged.resolve(partition.getFileName()).resolve(segment.getFileName());
        Files.createDirectories(kept.getParent());
        Path whole = segment.resolveSibling(segment.getFileName() + ".repaired");
        Files.deleteIfExists(whole);
        scan.copyTo(whole);
        Files.copy(segment, kept);
        Files.move(whole, segment, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forget(partition, segment);
        return Optional.of(
                "%s was damaged: %d bytes of it could not be read and were left out; the file as it was is %s"
                        .formatted(folder.relativize(segment), scan.lostBytes(), kept));
    }

    /** Kafka makes anew what it derives from a segment, and looks at all of it when it was not stopped cleanly. */
    private void forget(Path partition, Path segment) throws IOException {
        String name = segment.getFileName().toString();
        String base = name.substring(0, name.length() - LOG_FILE.length());
        for (String derived : List.of(".index", ".timeindex", ".txnindex")) {
            Files.deleteIfExists(partition.resolve(base + derived));
        }
        for (Path snapshot : children(partition, ".snapshot")) {
            if (!partition.endsWith(METADATA)) {
                Files.deleteIfExists(snapshot);
            }
        }
        Files.deleteIfExists(folder.resolve(".kafka_cleanshutdown"));
    }

    private static List<Path> segments(Path partition) throws IOException {
        return Files.isDirectory(partition) ? children(partition, LOG_FILE) : List.of();
    }

    private static List<Path> children(Path parent, String ending) throws IOException {
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(path -> path.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Also to another disk. */
    private static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            for (Path child : children(from, "")) {
                move(child, to.resolve(child.getFileName()));
            }
            Files.delete(from);
        } else {
            Files.move(from, to);
        }
    }
}
