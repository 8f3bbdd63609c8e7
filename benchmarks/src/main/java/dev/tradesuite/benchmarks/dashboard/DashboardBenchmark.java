package dev.tradesuite.benchmarks.dashboard;

import dev.tradesuite.benchmarks.report.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the pages of a running suite in a headless browser and times what its user sees, beside an empty page of the
 * same server. What is measured, and how, is in {@code dashboard/measure}.
 */
@Command(
        name = "dashboard",
        description = {
            "Times the pages of the dashboard in headless Chromium: first paint, data, charts, a table, messages.",
            "Needs Node, the packages of the dashboard (npm ci in dashboard/) and Chromium. Changes nothing."
        },
        mixinStandardHelpOptions = true)
public final class DashboardBenchmark implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Option(names = "--gateway", defaultValue = "http://localhost:8000", description = "Default: ${DEFAULT-VALUE}")
    private URI gateway;

    @Option(
            names = "--open",
            defaultValue = "../suite open --print",
            description = "Prints an address that signs in once; run in dashboard/. Default: ${DEFAULT-VALUE}")
    private String open;

    @Option(
            names = "--minutes",
            defaultValue = "30",
            description = "How long the memory is watched. Default: ${DEFAULT-VALUE}")
    private int minutes;

    @Option(
            names = "--per-second",
            defaultValue = "20",
            description = "Messages a second that come while the memory is watched. Default: ${DEFAULT-VALUE}")
    private int perSecond;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path figures = Files.createTempFile("figures", ".json");
        try {
            ProcessBuilder browser = new ProcessBuilder(
                            "node",
                            "node_modules/@playwright/test/cli.js",
                            "test",
                            "--config",
                            "playwright.measure.config.ts")
                    .directory(Path.of("dashboard").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            browser.environment().put("SUITE_GATEWAY", gateway.toString());
            browser.environment().put("SUITE_OPEN", open);
            browser.environment().put("MEASURE_FILE", figures.toString());
            browser.environment().put("MEASURE_MINUTES", String.valueOf(minutes));
            browser.environment().put("MEASURE_PER_SECOND", String.valueOf(perSecond));
            int exit = browser.start().waitFor();
            print(JSON.readTree(Files.readString(figures)));
            return exit;
        } finally {
            Files.deleteIfExists(figures);
        }
    }

    private void print(JsonNode figures) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("The dashboard in headless Chromium");
        List<List<String>> rows = new ArrayList<>();
        figures.properties().forEach(figure -> rows.add(row(figure.getKey(), figure.getValue())));
        report.table(List.of("what", "times", "median", "p95", "most"), rows);
        report.line("Milliseconds where the name does not say otherwise.");
    }

    private static List<String> row(String name, JsonNode values) {
        double[] sorted =
                values.valueStream().mapToDouble(JsonNode::asDouble).sorted().toArray();
        return List.of(
                name,
                Report.number(sorted.length),
                Report.number(at(sorted, 0.5), 2),
                Report.number(at(sorted, 0.95), 2),
                Report.number(sorted.length == 0 ? 0 : sorted[sorted.length - 1], 2));
    }

    /** The value that is reached by this share of all. */
    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }
}
