package dev.tradesuite.benchmarks.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.tradesuite.benchmarks.faults.check.Books;
import dev.tradesuite.benchmarks.faults.check.LedgerCheck;
import dev.tradesuite.benchmarks.faults.check.Receipt;
import dev.tradesuite.benchmarks.faults.check.Violation;
import dev.tradesuite.benchmarks.faults.check.Violation.Rule;
import dev.tradesuite.benchmarks.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Does every fault of the matrix to a suite under load and checks its books after each of them.
 *
 * <p>The suite is one of its own, with simulated markets and every service a process. The check waits until it is
 * quiet: what is still violated then is told with its evidence.
 */
@Command(
        name = "faults",
        description = {
            "Kills, freezes, fills the disks of, robs and poisons a scratch suite under load; checks its books after"
                    + " each.",
            "Ends with 1 when a rule of the books is violated. Needs a built suite and Linux; full disks need root."
        },
        mixinStandardHelpOptions = true)
public final class FaultsBenchmark implements Callable<Integer> {

    private static final Duration QUIET = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final int REPEATED = 10;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Project folder. Default: ${DEFAULT-VALUE}")
    private Path project;

    @Option(names = "--only", paramLabel = "NAME", description = "Only this fault; repeatable, and done in this order.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--list", description = "Lists the faults and does none.")
    private boolean list;

    @Option(names = "--seconds", defaultValue = "10", description = "Load after each fault. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--first-port",
            defaultValue = "21000",
            description = "Ports of the scratch suite are counted from here. Default: ${DEFAULT-VALUE}")
    private int firstPort;

    @Option(
            names = "--keep-logs",
            paramLabel = "FOLDER",
            description = "Where the logs of the suite are copied to at the end.")
    private @Nullable Path keepLogs;

    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Set<Violation> known = new HashSet<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Fault> faults = chosen();
        Report report = new Report(spec.commandLine().getOut());
        if (list) {
            faults.forEach(fault -> report.line(fault.name()));
            return 0;
        }
        report.title("Faults");
        List<List<String>> rows = new CopyOnWriteArrayList<>();
        ScratchSuite suite = ScratchSuite.of(project.toRealPath(), firstPort);
        Thread ending = new Thread(() -> end(suite, report, rows));
        // Ctrl-C tells what is known until then, and leaves nothing running.
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            FrontDoor door = new FrontDoor(suite.gateway());
            suite.start(door);
            door.signIn(suite.issuer(), suite.secrets());
            Requests requests = new Requests(door);
            requests.open();
            for (Fault fault : faults) {
                rows.add(row(fault, suite, door, requests, report));
            }
        } finally {
            // False while the JVM is on its way down already: the hook does the same then.
            if (removed(ending)) {
                end(suite, report, rows);
            }
        }
        return known.isEmpty() ? 0 : 1;
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private void end(ScratchSuite suite, Report report, List<List<String>> rows) {
        report.table(List.of("fault", "requests", "refused", "unanswered", "longest silence s", "violations"), rows);
        try (suite) {
            if (keepLogs != null) {
                suite.keepLogs(keepLogs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Fault> chosen() {
        List<Fault> all = FaultMatrix.all();
        List<String> names = all.stream().map(Fault::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no fault %s; there are %s".formatted(name, names));
            }
        }
        return only.isEmpty()
                ? all
                : only.stream().map(names::indexOf).map(all::get).toList();
    }

    private List<String> row(Fault fault, ScratchSuite suite, FrontDoor door, Requests requests, Report report)
            throws IOException, InterruptedException {
        String skipped = fault.skipped(suite);
        if (skipped != null) {
            return List.of(fault.name(), "-", "-", "-", "-", skipped);
        }
        Load load = Load.start(requests, receipts);
        List<Violation> found = new ArrayList<>();
        try (load) {
            Waits.pause(BEFORE);
            fault.harm().to(suite, door);
            Waits.pause(Duration.ofSeconds(seconds));
        } catch (IOException | IllegalStateException | KafkaException e) {
            found.add(new Violation(Rule.READY, "%s could not be done: %s".formatted(fault.name(), e)));
        }
        found.addAll(violations(suite, door, load));
        found.removeIf(violation -> !known.add(violation));
        LoadCounts counts = load.counts();
        report.line("");
        report.line("%s: %d requests, %d refused, %d unanswered, %d violations"
                .formatted(fault.name(), counts.requests(), counts.refused(), counts.unanswered(), found.size()));
        load.refusals().stream()
                .collect(groupingBy(refusal -> refusal, TreeMap::new, counting()))
                .forEach((refusal, times) -> report.line("    refused %d times: %s".formatted(times, refusal)));
        found.forEach(violation -> report.line("    " + violation));
        return List.of(
                fault.name(),
                Report.number(counts.requests()),
                Report.number(counts.refused()),
                Report.number(counts.unanswered()),
                Report.number(counts.silence() / 1e9, 1),
                Report.number(found.size()));
    }

    /** Looks until there are none, or it has been quiet for long. */
    private List<Violation> violations(ScratchSuite suite, FrontDoor door, Load load) throws InterruptedException {
        long end = System.nanoTime() + QUIET.toNanos();
        boolean repeated = false;
        while (true) {
            List<String> notReady = suite.notReady(door);
            if (notReady.isEmpty() && !repeated) {
                load.repeatLast(REPEATED);
                repeated = true;
            }
            List<Violation> found =
                    notReady.isEmpty() ? look(suite) : List.of(new Violation(Rule.READY, "not ready: " + notReady));
            if (found.isEmpty() || System.nanoTime() > end) {
                return found;
            }
            Waits.pause(BETWEEN_LOOKS);
        }
    }

    private List<Violation> look(ScratchSuite suite) {
        KafkaTap kafka = new KafkaTap(suite.ports().of(Ports.KAFKA), suite.secrets());
        try (Connection connection = suite.database()) {
            Books books = BooksReader.read(connection, kafka.deadLetters());
            return LedgerCheck.of(books, receipts).stream()
                    .filter(violation -> violation.rule() != Rule.DEAD_LETTER || !known.contains(violation))
                    .toList();
        } catch (SQLException | KafkaException e) {
            return List.of(new Violation(Rule.READY, "cannot be asked: " + e));
        }
    }
}
