package dev.tradesuite.benchmarks.startup;

import dev.tradesuite.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times {@code ./suite up} until everything is ready, and weighs its processes.
 *
 * <p>It works in a scratch folder that has the project's script and built jars but neither data nor a start cache: the
 * first start makes the database, a training run after it the cache, the later ones find both.
 */
@Command(
        name = "startup",
        description = {
            "Times ./suite up in a scratch folder, without and with its start cache, and adds up its memory.",
            "Needs a built suite and its ports free."
        },
        mixinStandardHelpOptions = true)
public final class StartupBenchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Project folder. Default: ${DEFAULT-VALUE}")
    private Path project;

    @Option(names = "--starts", defaultValue = "3", description = "Default: ${DEFAULT-VALUE}")
    private int starts;

    @Option(
            names = "--rest",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "From ready to the weighing of an idle suite. Default: ${DEFAULT-VALUE}")
    private int rest;

    @Option(
            names = "--up",
            paramLabel = "WORD",
            description = "A further word for ./suite up, repeatable, such as --up=--fork.")
    private List<String> further = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Start of the suite");
        List<List<String>> rows = new ArrayList<>();
        try (ScratchProject scratch = ScratchProject.of(project.toRealPath())) {
            for (int start = 1; start <= starts; start++) {
                rows.add(measure(start, scratch));
                // A forked suite starts without a cache, and makes none.
                if (!further.contains("--fork")) {
                    scratch.waitForCache();
                }
            }
        }
        report.table(
                List.of("start", "start cache", "ready after s", "MiB when ready", "MiB after %d s".formatted(rest)),
                rows);
        report.line("");
        report.line(
                "Memory is the sum over the launcher, PostgreSQL and all their descendants of " + Memory.KIND + ".");
        return 0;
    }

    private List<String> measure(int start, ScratchProject scratch) throws IOException, InterruptedException {
        boolean cached = scratch.hasCache();
        try (RunningSuite suite = RunningSuite.start(scratch.folder(), further)) {
            Duration ready = suite.awaitReady();
            long atOnce = Memory.bytesOf(suite.processes());
            Thread.sleep(Duration.ofSeconds(rest));
            long rested = Memory.bytesOf(suite.processes());
            return List.of(
                    Integer.toString(start),
                    cached ? "used" : "none yet",
                    Report.number(ready.toMillis() / 1000.0, 1),
                    mebibytes(atOnce),
                    mebibytes(rested));
        }
    }

    private static String mebibytes(long bytes) {
        return Report.number(bytes / 1024.0 / 1024.0, 0);
    }
}
