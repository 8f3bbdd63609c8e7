package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.catalina.LifecycleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times how a message of the feed spreads over many clients, beside a bare broadcast of the same texts, and how long
 * after the close of a bar its signals are at a client.
 */
@Command(
        name = "feed",
        description = {
            "Times the feed of a running suite with 1,000 clients beside a bare Tomcat that broadcasts the same texts,",
            "and how long after the close of a bar its signals are at a client."
        },
        mixinStandardHelpOptions = true)
public final class FeedBenchmark implements Callable<Integer> {

    private static final String PRICE = "{\"type\":\"price_update\"";
    private static final String SIGNAL = "{\"type\":\"signal\"";
    private static final String PONG = "pong";
    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--clients", defaultValue = "1000", description = "Of each server. Default: ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--symbol", defaultValue = "EURUSD.SIM", description = "Default: ${DEFAULT-VALUE}")
    private String symbol;

    @Option(
            names = "--messages",
            defaultValue = "300",
            description = "Prices at least, after 20 to warm up; one comes every second. Default: ${DEFAULT-VALUE}")
    private int messages;

    @Option(
            names = "--minutes",
            defaultValue = "11",
            description = "At least, so that bars close; 0: as long as the prices take. Default: ${DEFAULT-VALUE}")
    private int minutes;

    @Option(names = "--tickets", description = FeedAddress.TICKETS)
    private boolean tickets;

    private volatile boolean counting;

    @Override
    public Integer call() throws IOException, LifecycleException, InterruptedException {
        if (clients < 2 || messages < 1 || minutes < 0) {
            spec.commandLine().getErr().println("expected --clients from 2, --messages from 1 and --minutes from 0 on");
            return 2;
        }
        Supplier<URI> address = FeedAddress.of(suite, tickets);
        CountDownLatch pongs = new CountDownLatch(clients);
        BarDelays delays = new BarDelays(Instant.now());
        Arrivals bare = new Arrivals(clients, WARM_UP, _ -> {});
        Arrivals signals = new Arrivals(clients, 0, _ -> {});
        try (BareBroadcast server = BareBroadcast.start();
                BareTurns turns = new BareTurns(server)) {
            Arrivals prices = new Arrivals(clients, WARM_UP, turns::follow);
            try (FeedClients listener = FeedClients.open(1, address, delays::heard);
                    FeedClients bareClients = FeedClients.open(clients, server::address, bare::heard);
                    FeedClients feedClients = FeedClients.open(clients, address, text -> {
                        if (text.equals(PONG)) {
                            pongs.countDown();
                        } else if (counting && text.startsWith(PRICE)) {
                            prices.heard(text);
                        } else if (counting && text.startsWith(SIGNAL)) {
                            signals.heard(text);
                        }
                    })) {
                listener.say("""
                        {"type":"subscribe","types":["signal","price_update"]}""");
                subscribe(feedClients, pongs);
                await("the bare server has all its clients", () -> server.clients() == clients);
                counting = true;
                hear(prices, () -> {
                    turns.check();
                    List.of(listener, bareClients, feedClients).forEach(FeedClients::requireAll);
                });
                counting = false;
                turns.finish();
                await("every client of the bare server has its texts", () -> bare.incomplete() == 0);
            }
            print(prices, signals, bare, delays);
        }
        return 0;
    }

    /** A pong is sent after what was said before the ping is done. */
    private void subscribe(FeedClients feedClients, CountDownLatch pongs) throws InterruptedException {
        feedClients.say("""
                {"type":"subscribe","types":["signal","price_update"],"symbols":["%s"]}"""
                .formatted(symbol));
        feedClients.say("ping");
        if (!pongs.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            feedClients.requireAll();
            throw new IllegalStateException("%d of %d clients got no pong".formatted(pongs.getCount(), clients));
        }
    }

    private void hear(Arrivals prices, Runnable check) throws InterruptedException {
        long start = System.nanoTime();
        long news = start;
        int complete = 0;
        while (complete < messages || System.nanoTime() - start < TimeUnit.MINUTES.toNanos(minutes)) {
            TimeUnit.SECONDS.sleep(1);
            check.run();
            if (prices.complete() > complete) {
                complete = prices.complete();
                news = System.nanoTime();
            } else if (System.nanoTime() - news > PATIENCE.toNanos()) {
                throw new IllegalStateException("no price of %s has come to every client for a minute, %d came to some"
                        .formatted(symbol, prices.incomplete()));
            }
        }
    }

    private static void await(String what, BooleanSupplier isTrue) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("waited a minute in vain until " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void print(Arrivals prices, Arrivals signals, Arrivals bare, BarDelays delays) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("The feed with %s clients".formatted(Report.number(clients)));
        report.table(
                List.of(
                        "from the first client that has a message to",
                        "messages",
                        "not at all clients",
                        "p50 ms",
                        "p99 ms",
                        "p50 / bare",
                        "p99 / bare"),
                List.of(
                        spread("each other, price of the feed", prices, prices.afterFirst(), bare.afterFirst()),
                        spread("each other, signal of the feed", signals, signals.afterFirst(), bare.afterFirst()),
                        spread("each other, bare broadcast", bare, bare.afterFirst(), bare.afterFirst()),
                        spread("the last, price of the feed", prices, prices.untilLast(), bare.untilLast()),
                        spread("the last, signal of the feed", signals, signals.untilLast(), bare.untilLast()),
                        spread("the last, bare broadcast", bare, bare.untilLast(), bare.untilLast())));
        report.line("A price that waits for a slow client is replaced by the next one; one may be under way at either"
                + " end.");
        report.table(
                List.of("until one client has it, of all symbols", "messages", "p50 ms", "p99 ms", "this / price"),
                List.of(
                        delay("signal, from the close of its bar", delays.signals(), delays.prices()),
                        delay("price between bars, from its moment", delays.prices(), delays.prices())));
        report.line("Bars that closed: %d.".formatted(delays.bars()));
    }

    private static List<String> spread(String way, Arrivals arrivals, Times times, Times bare) {
        return List.of(
                way,
                Report.number(arrivals.complete()),
                Report.number(arrivals.incomplete()),
                figure(times, 2, Times::p50),
                figure(times, 2, Times::p99),
                ratio(times, bare, Times::p50),
                ratio(times, bare, Times::p99));
    }

    private static List<String> delay(String way, Times times, Times price) {
        return List.of(
                way,
                Report.number(times.count()),
                figure(times, 1, Times::p50),
                figure(times, 1, Times::p99),
                ratio(times, price, Times::p50));
    }

    private static String figure(Times times, int digits, ToDoubleFunction<Times> of) {
        return times.count() == 0 ? "-" : Report.number(of.applyAsDouble(times), digits);
    }

    private static String ratio(Times times, Times base, ToDoubleFunction<Times> of) {
        return times.count() == 0 || base.count() == 0
                ? "-"
                : Report.number(of.applyAsDouble(times) / of.applyAsDouble(base), 2);
    }
}
