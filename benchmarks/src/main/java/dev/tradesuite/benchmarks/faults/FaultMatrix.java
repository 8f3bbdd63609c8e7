package dev.tradesuite.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Every fault there is. */
final class FaultMatrix {

    private static final Duration FREEZE = Duration.ofSeconds(12);
    private static final Duration FULL = Duration.ofSeconds(15);
    private static final int BLOCK = 1 << 16;

    private FaultMatrix() {}

    /** The faults, in the order they are done; the first is none, to compare with. */
    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("none", (_, _) -> {}));
        for (String service : Ports.SERVICES) {
            faults.add(new Fault("kill-" + service, (suite, _) -> kill(List.of(suite.process(service)))));
        }
        faults.add(new Fault("kill-postgres", (suite, _) -> kill(List.of(suite.postmaster()))));
        faults.add(new Fault("kill-everything", FaultMatrix::killEverything));
        for (String service : List.of("orchestrator", "ledger", "risk", Ports.GATEWAY)) {
            faults.add(new Fault("freeze-" + service, (suite, _) -> freeze(List.of(suite.process(service)))));
        }
        faults.add(new Fault("freeze-postgres", (suite, _) -> freeze(Programs.family(suite.postmaster()))));
        faults.add(new Fault("freeze-kafka", (suite, _) -> freeze(List.of(suite.launcher()))));
        faults.add(fullDisk("full-disk-kafka", ScratchSuite::kafka));
        faults.add(fullDisk("full-disk-postgres", ScratchSuite::postgres));
        faults.add(new Fault("lost-log", FaultMatrix::loseLog));
        faults.add(new Fault(
                "poison", (suite, _) -> Poison.into(new KafkaTap(suite.ports().of(Ports.KAFKA), suite.secrets()))));
        return faults;
    }

    private static void kill(List<ProcessHandle> processes) {
        Programs.signal("KILL", processes);
    }

    /** The launcher with Kafka in it goes, and every service with it; PostgreSQL is left to the next start. */
    private static void killEverything(ScratchSuite suite, FrontDoor door) throws IOException, InterruptedException {
        endAll(suite);
        suite.start(door);
    }

    private static void endAll(ScratchSuite suite) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(suite.services());
        all.add(suite.launcher());
        kill(List.of(suite.launcher()));
        suite.awaitGone(all);
    }

    private static void freeze(List<ProcessHandle> processes) throws InterruptedException {
        Programs.signal("STOP", processes);
        try {
            Waits.pause(FREEZE);
        } finally {
            Programs.signal("CONT", processes);
        }
    }

    private static Fault fullDisk(String name, Function<ScratchSuite, Path> disk) {
        return new Fault(name, disk, (suite, _) -> fill(disk.apply(suite).resolve("full.tmp")));
    }

    /** Takes what is left, again and again, since others give some free. */
    private static void fill(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + FULL.toNanos();
        byte[] block = new byte[BLOCK];
        try {
            while (System.nanoTime() < end) {
                write(file, block);
                Waits.pause(Duration.ofMillis(200));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, byte[] block) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = block.length; size >= 1; size /= 2) {
                while (takes(out, block, size)) {
                    // until it is full for blocks of that size
                }
            }
        }
    }

    private static boolean takes(OutputStream out, byte[] block, int size) {
        try {
            out.write(block, 0, size);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Fills that Kafka has and the books do not: the ledger is stopped first, then everything ends and the log goes.
     */
    private static void loseLog(ScratchSuite suite, FrontDoor door) throws IOException, InterruptedException {
        List<ProcessHandle> ledger = List.of(suite.process("ledger"));
        Programs.signal("STOP", ledger);
        Waits.pause(Duration.ofSeconds(3));
        List<ProcessHandle> all = new ArrayList<>(suite.services());
        all.add(suite.launcher());
        kill(ledger);
        kill(List.of(suite.launcher()));
        suite.awaitGone(all);
        ScratchSuite.empty(suite.kafka());
        suite.start(door);
    }
}
