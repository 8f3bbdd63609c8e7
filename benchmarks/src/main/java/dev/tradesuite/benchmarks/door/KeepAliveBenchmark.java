package dev.tradesuite.benchmarks.door;

import dev.tradesuite.benchmarks.door.backend.BackendApplication;
import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.gateway.GatewayApplication;
import dev.tradesuite.support.SuiteApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Sends many requests over few connections through the gateway to a service that does nothing, and counts those that
 * are not answered, or not with what they asked for.
 */
@Command(
        name = "keep-alive",
        description = {
            "Counts requests the gateway leaves unanswered on connections that are kept alive.",
            "Starts a gateway and a service that does nothing in its own JVM; ends with 1 when any is unanswered or"
                    + " wrong."
        },
        mixinStandardHelpOptions = true)
public final class KeepAliveBenchmark implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--requests", defaultValue = "400000", description = "How many. Default: ${DEFAULT-VALUE}")
    private long requests;

    @Option(
            names = "--connections",
            defaultValue = "16",
            description = "Over how many connections at once. Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--patience",
            defaultValue = "30",
            description = "Seconds after which a request counts as unanswered. Default: ${DEFAULT-VALUE}")
    private int patience;

    @Option(
            names = "--log",
            defaultValue = "keep-alive.log",
            description = "File that names each request gone wrong. Default: ${DEFAULT-VALUE}")
    private Path log;

    @Override
    public Integer call() throws IOException {
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8));
                ConfigurableApplicationContext backend =
                        start(SuiteApplication.builder(BackendApplication.class, BackendApplication.NAME), List.of());
                ConfigurableApplicationContext gateway =
                        start(SuiteApplication.builder(GatewayApplication.class, "gateway-service"), to(backend))) {
            DoorCounts counts = new DoorCounts(lines);
            sendAll(address(gateway), counts);
            report(counts);
            return counts.unanswered() + counts.wrong() == 0 ? 0 : 1;
        }
    }

    private void sendAll(URI door, DoorCounts counts) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                clients.execute(new DoorClient(door, Duration.ofSeconds(patience), requests, counts));
            }
        }
    }

    private void report(DoorCounts counts) {
        double seconds = counts.elapsed().toMillis() / 1_000.0;
        Report report = new Report(spec.commandLine().getOut());
        report.title("Keep-alive through the gateway");
        report.table(
                List.of("requests", "at once", "connections in all", "answered", "unanswered", "wrong", "a second"),
                List.of(List.of(
                        Report.number(requests),
                        Report.number(connections),
                        Report.number(counts.connections()),
                        Report.number(counts.right()),
                        Report.number(counts.unanswered()),
                        Report.number(counts.wrong()),
                        Report.number(requests / seconds, 0))));
    }

    private static ConfigurableApplicationContext start(SpringApplicationBuilder service, List<String> settings) {
        return service.run(settings.toArray(String[]::new));
    }

    /** Settings of a gateway before that service, for one client that sends as much as it can. */
    private static List<String> to(ConfigurableApplicationContext backend) {
        return List.of(
                "--server.port=0",
                "--suite.gateway.metrics.port=0",
                "--suite.services.orchestrator.url=" + address(backend),
                "--suite.gateway.rate-limit.requests-per-second=1000000",
                "--suite.gateway.rate-limit.burst=1000000",
                "--spring.jmx.enabled=false");
    }

    private static URI address(ConfigurableApplicationContext service) {
        return URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
