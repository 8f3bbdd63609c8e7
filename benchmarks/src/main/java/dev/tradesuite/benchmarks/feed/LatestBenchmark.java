package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.signals.LatestModelSignals;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times the newest signals under many requests at once while clients of the feed are connected, beside an endpoint of
 * the same service that does nothing. Both are sent a token, which the service checks.
 */
@Command(
        name = "latest",
        description = {
            "Times signals/latest of a running suite at 100 requests at once, with 50 clients of the feed connected,",
            "beside the liveness of the same service."
        },
        mixinStandardHelpOptions = true)
public final class LatestBenchmark implements Callable<Integer> {

    private static final int BLOCKS = 5;
    private static final int WARM_UP = 3_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--symbol", defaultValue = "EURUSD.SIM", description = "Default: ${DEFAULT-VALUE}")
    private String symbol;

    @Option(
            names = "--requests",
            defaultValue = "20000",
            description = "Of each kind, in five blocks that take turns. Default: ${DEFAULT-VALUE}")
    private int requests;

    @Option(names = "--concurrent", defaultValue = "100", description = "At once. Default: ${DEFAULT-VALUE}")
    private int concurrent;

    @Option(names = "--clients", defaultValue = "50", description = "Of the feed. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--tickets", description = FeedAddress.TICKETS)
    private boolean tickets;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (requests < BLOCKS || concurrent < 1 || clients < 0) {
            spec.commandLine().getErr().println("expected --requests from 5, --concurrent from 1, --clients from 0 on");
            return 2;
        }
        SuiteClient client = suite.client();
        HttpRequest newest = client.get(suite.signals()
                .resolve("/api/models/signals/latest?symbol=" + URLEncoder.encode(symbol, StandardCharsets.UTF_8)));
        int models = client.read(newest, LatestModelSignals.class).signals().size();
        if (models == 0) {
            throw new IllegalStateException("no model has said anything about %s yet".formatted(symbol));
        }
        RepeatedGet ours = new RepeatedGet("signals/latest, %d models".formatted(models), client, newest);
        RepeatedGet nothing =
                new RepeatedGet("liveness", client, client.get(suite.signals().resolve("/actuator/health/liveness")));
        try (FeedClients feed = FeedClients.open(clients, FeedAddress.of(suite, tickets), _ -> {})) {
            ours.warmUp(WARM_UP, concurrent);
            nothing.warmUp(WARM_UP, concurrent);
            long before = feed.heard();
            for (int block = 0; block < BLOCKS; block++) {
                ours.send(requests / BLOCKS, concurrent);
                nothing.send(requests / BLOCKS, concurrent);
            }
            feed.requireAll();
            print(ours, nothing, feed.heard() - before);
        }
        return 0;
    }

    private void print(RepeatedGet ours, RepeatedGet nothing, long heard) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Newest signals, %d requests at once, %d clients of the feed".formatted(concurrent, clients));
        report.table(
                List.of(
                        "endpoint",
                        "requests",
                        "p50 ms",
                        "p95 ms",
                        "a second",
                        "p50 / liveness",
                        "p95 / liveness",
                        "rate / liveness"),
                List.of(ours.row(nothing), nothing.row(nothing)));
        report.line("The clients heard %s messages meanwhile.".formatted(Report.number(heard)));
    }
}
