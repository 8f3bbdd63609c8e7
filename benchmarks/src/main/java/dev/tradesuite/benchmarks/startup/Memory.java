package dev.tradesuite.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resident memory of processes, as Linux tells it. */
final class Memory {

    /** What is added up. */
    static final String KIND = "proportional set size (a page that n processes share counts 1/n for each of them)";

    private static final String LINE = "Pss:";
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** Bytes the processes hold together. One that ends meanwhile counts nothing. */
    static long bytesOf(Stream<ProcessHandle> processes) throws IOException {
        long sum = 0;
        for (ProcessHandle process : (Iterable<ProcessHandle>) processes::iterator) {
            sum += bytesOf(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), process);
        }
        return sum;
    }

    private static long bytesOf(Path file, ProcessHandle process) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new IOException(
                        file + " cannot be read; run this on Linux, as the user of the suite or as root", e);
            }
            return 0;
        }
        return lines.stream()
                .filter(line -> line.startsWith(LINE))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                .sum();
    }
}
