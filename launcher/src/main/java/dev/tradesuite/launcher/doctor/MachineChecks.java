package dev.tradesuite.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The checks that only look at the machine. */
final class MachineChecks {

    static final int OLDEST_JAVA = 25;
    static final long GIB = 1L << 30;
    static final long MEMORY_NEEDED = GIB * 12 / 10;
    static final long MEMORY_COMFORTABLE = 2 * GIB;
    static final long DISK_NEEDED = GIB / 2;
    static final long DISK_COMFORTABLE = 5 * GIB;
    static final long OPEN_FILES = 4096;

    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private final Machine machine;

    MachineChecks(Machine machine) {
        this.machine = machine;
    }

    MachineFinding java() {
        int found = machine.javaFeature();
        return found >= OLDEST_JAVA
                ? MachineFinding.ok("java", "JDK %d".formatted(found))
                : MachineFinding.fail(
                        "java",
                        "JDK %d, but %d is needed; install one and set JAVA_HOME".formatted(found, OLDEST_JAVA));
    }

    MachineFinding maven() {
        return machine.program("mvn")
                .map(path -> MachineFinding.ok("maven", path.toString()))
                .orElseGet(() -> MachineFinding.warn(
                        "maven",
                        "mvn is not on the PATH; the suite runs as it was built, install Maven to build it again"));
    }

    MachineFinding processors() {
        int found = machine.processors();
        return found >= 2
                ? MachineFinding.ok("processors", Integer.toString(found))
                : MachineFinding.warn("processors", "only one; the start takes about twice as long");
    }

    MachineFinding memory() {
        long available = machine.availableMemory();
        String text = "%s available".formatted(gib(available));
        if (available < MEMORY_NEEDED) {
            return MachineFinding.fail("memory", text + ", but the suite needs 1.2 GiB; close other programs");
        }
        return available < MEMORY_COMFORTABLE
                ? MachineFinding.warn("memory", text + "; enough for the suite, tight beside other programs")
                : MachineFinding.ok("memory", text);
    }

    MachineFinding disk(Path folder) {
        try {
            long free = machine.freeDisk(folder);
            String text = "%s free for %s".formatted(gib(free), folder);
            if (free < DISK_NEEDED) {
                return MachineFinding.fail(
                        "disk",
                        text + ", but 0.5 GiB is needed; make room, or choose another disk with --set state=FOLDER");
            }
            return free < DISK_COMFORTABLE
                    ? MachineFinding.warn("disk", text + "; candles and events grow, plan for 5 GiB")
                    : MachineFinding.ok("disk", text);
        } catch (IOException e) {
            return MachineFinding.warn(
                    "disk", "the free space of %s is not known (%s)".formatted(folder, e.getMessage()));
        }
    }

    MachineFinding openFiles() {
        return machine.openFileLimit().isPresent() && machine.openFileLimit().getAsLong() < OPEN_FILES
                ? MachineFinding.warn(
                        "open files",
                        "a process may open %d; raise it with ulimit -n %d"
                                .formatted(machine.openFileLimit().getAsLong(), OPEN_FILES))
                : MachineFinding.ok("open files", "the limit is high enough");
    }

    /**
     * Whether the clock is right: decisions, tokens and candles all carry its time.
     *
     * @param built when this build was made; a clock before that is certainly wrong
     */
    MachineFinding clock(Optional<Instant> built) {
        Instant now = machine.now();
        if (built.isPresent() && now.isBefore(built.get().minus(CLOCK_TOLERANCE))) {
            return MachineFinding.fail(
                    "clock", "%s, which is before this build was made; set the clock".formatted(now));
        }
        return machine.clockSynchronised()
                .map(synchronised -> synchronised
                        ? MachineFinding.ok("clock", "%s, kept right by the system".formatted(now))
                        : MachineFinding.warn(
                                "clock",
                                "%s, but the system does not keep it right; switch on time synchronisation"
                                        .formatted(now)))
                .orElseGet(() -> MachineFinding.ok(
                        "clock", "%s; the system does not say whether it is kept right".formatted(now)));
    }

    MachineFinding tools() {
        List<String> missing = List.of("sh", "curl").stream()
                .filter(tool -> machine.program(tool).isEmpty())
                .toList();
        return missing.isEmpty()
                ? MachineFinding.ok("tools", "sh and curl are there")
                : MachineFinding.warn(
                        "tools", "%s not found; install to use the examples".formatted(String.join(" and ", missing)));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }
}
