package dev.tradesuite.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What the checks ask about the machine. */
interface Machine {

    /** Feature number of the running Java, such as 25. */
    int javaFeature();

    int processors();

    /** Bytes of memory programs can still get. */
    long availableMemory();

    /** Bytes that can still be written below the folder, which need not exist yet. */
    long freeDisk(Path folder) throws IOException;

    /** How many files a process may have open. */
    OptionalLong openFileLimit();

    Instant now();

    /** Whether the system says that it keeps its clock right; nothing when it does not say. */
    Optional<Boolean> clockSynchronised();

    /** The program on the search path. */
    Optional<Path> program(String name);

    /** This machine. */
    static Machine local() {
        return new Local();
    }

    /** The machine this JVM runs on. */
    final class Local implements Machine {

        private static final Path MEMORY = Path.of("/proc/meminfo");
        private static final long KIB = 1024;

        private Local() {}

        @Override
        public int javaFeature() {
            return Runtime.version().feature();
        }

        @Override
        public int processors() {
            return Runtime.getRuntime().availableProcessors();
        }

        @Override
        public long availableMemory() {
            try {
                return Files.readAllLines(MEMORY).stream()
                                .filter(line -> line.startsWith("MemAvailable:"))
                                .map(line -> line.replaceAll("\\D", ""))
                                .mapToLong(Long::parseLong)
                                .findFirst()
                                .orElseThrow(() -> new IOException("no MemAvailable"))
                        * KIB;
            } catch (IOException _) {
                return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getFreeMemorySize();
            }
        }

        @Override
        public long freeDisk(Path folder) throws IOException {
            Path existing = folder;
            while (Files.notExists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).getUsableSpace();
        }

        @Override
        public OptionalLong openFileLimit() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            instanceof UnixOperatingSystemMXBean unix
                    ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                    : OptionalLong.empty();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public Optional<Boolean> clockSynchronised() {
            if (program("timedatectl").isEmpty()) {
                return Optional.empty();
            }
            try {
                Process process = new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
                process.waitFor(2, TimeUnit.SECONDS);
                return switch (answer) {
                    case "yes" -> Optional.of(true);
                    case "no" -> Optional.of(false);
                    default -> Optional.empty();
                };
            } catch (IOException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public Optional<Path> program(String name) {
            String path = System.getenv("PATH");
            return Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
