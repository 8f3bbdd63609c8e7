package dev.tradesuite.launcher.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rolls the files other programs print to: PostgreSQL, forked services, and the console of a run in the background.
 *
 * <p>They hold their file open and append to it, so it is copied and then emptied; what is printed between the two is
 * lost.
 *
 * @param folder folder of the logs
 * @param bounds how much is kept
 * @param clock tells the day
 */
public record PrintedLogs(Path folder, LogBounds bounds, Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(PrintedLogs.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Pattern PRINTED = Pattern.compile("(postgresql|console)\\.log|.+\\.out");
    private static final Pattern PACKED = Pattern.compile(".+\\.\\d{4}-\\d{2}-\\d{2}\\.\\d+\\.gz");

    /** Looks after the folder as long as this JVM runs. */
    public static void watch(Path folder, LogBounds bounds) {
        PrintedLogs logs = new PrintedLogs(folder, bounds, Clock.systemUTC());
        Thread.ofPlatform().daemon().name("printed-logs").start(() -> {
            try {
                while (true) {
                    logs.roll();
                    Thread.sleep(INTERVAL);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Rolls what is too large and deletes what is too old or too much. */
    void roll() {
        try {
            for (Path file : files(PRINTED)) {
                if (Files.size(file) > bounds.size()) {
                    pack(file);
                }
                clean(file);
            }
        } catch (IOException e) {
            LOG.warn("Logs cannot be rolled: {}", e.toString());
        }
    }

    private void pack(Path file) throws IOException {
        String name = "%s.%s.".formatted(file.getFileName(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        int number = 0;
        while (Files.exists(folder.resolve(name + number + ".gz"))) {
            number++;
        }
        Path packed = folder.resolve(name + number + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed, StandardOpenOption.CREATE_NEW))) {
            Files.copy(file, out);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    private void clean(Path file) throws IOException {
        Instant oldest = clock.instant().minus(bounds.keep());
        List<Path> packed = new ArrayList<>();
        for (Path found : files(PACKED)) {
            if (String.valueOf(found.getFileName()).startsWith(file.getFileName() + ".")) {
                packed.add(found);
            }
        }
        packed.sort(Comparator.comparing(PrintedLogs::modified).reversed());
        long sum = 0;
        for (Path one : packed) {
            sum += Files.size(one);
            if (sum > bounds.total() || modified(one).isBefore(oldest)) {
                Files.delete(one);
            }
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return Instant.EPOCH;
        }
    }

    private List<Path> files(Pattern names) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (names.matcher(String.valueOf(file.getFileName())).matches()) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
