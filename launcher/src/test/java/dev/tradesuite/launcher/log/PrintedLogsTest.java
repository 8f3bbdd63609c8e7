package dev.tradesuite.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedLogsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private void roll(long size, long total) {
        new PrintedLogs(folder, new LogBounds(size, Duration.ofDays(14), total), Clock.fixed(NOW, ZoneOffset.UTC))
                .roll();
    }

    private List<String> packed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void emptiesAFileOthersGoOnPrintingTo() throws IOException {
        Path file = folder.resolve("brain-service.out");
        try (OutputStream printing =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            printing.write("before".getBytes(StandardCharsets.UTF_8));
            roll(3, 1_000);
            printing.write("after".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(file).hasContent("after");
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("brain-service.out.2026-03-01.0.gz")))) {
            assertThat(in).hasContent("before");
        }
    }

    @Test
    void touchesOnlyWhatOtherProgramsPrint() throws IOException {
        for (String name : List.of("postgresql.log", "console.log", "launcher.log", "kafka.log", "notes.txt")) {
            Files.writeString(folder.resolve(name), "0123456789");
        }
        roll(20, 1_000);
        assertThat(packed()).as("none has grown").isEmpty();

        roll(5, 1_000);

        assertThat(packed()).containsExactly("console.log.2026-03-01.0.gz", "postgresql.log.2026-03-01.0.gz");
        assertThat(folder.resolve("launcher.log")).hasContent("0123456789");
    }

    @Test
    void deletesWhatIsTooOldAndWhatIsTooMuch() throws IOException {
        Files.writeString(folder.resolve("postgresql.log"), "short");
        packed("postgresql.log.2026-02-28.0.gz", 60, NOW.minus(Duration.ofDays(1)));
        packed("postgresql.log.2026-02-27.0.gz", 30, NOW.minus(Duration.ofDays(2)));
        packed("postgresql.log.2026-02-26.0.gz", 30, NOW.minus(Duration.ofDays(3)));
        packed("postgresql.log.2026-01-01.0.gz", 1, NOW.minus(Duration.ofDays(59)));
        packed("launcher.2026-01-01.0.log.gz", 500, NOW.minus(Duration.ofDays(59)));

        roll(100, 100);

        assertThat(packed())
                .containsExactly(
                        "launcher.2026-01-01.0.log.gz",
                        "postgresql.log.2026-02-27.0.gz",
                        "postgresql.log.2026-02-28.0.gz");
    }

    private void packed(String name, int size, Instant time) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[size]);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
