package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times from a bar that closes to the filled orders of the accounts that follow its models, beside orders of the same
 * kind straight at the orchestrator.
 *
 * <p>A bar begins to count when its candle is sent to the brain. So storing it, both topics, the models, the books and
 * the trade flow are in the time. Orders of their own are sent while no bar is under way.
 */
@Command(
        name = "following",
        description = {
            "Times from a closed bar to the filled orders of those that follow its models, on a running suite that"
                    + " judges bars of a minute (--set suite.brain.bars.timeframes=M1), beside orders straight at the"
                    + " orchestrator.",
            "Stores made-up candles of coins and opens accounts, which stay; its strategies are retired at the end."
        },
        mixinStandardHelpOptions = true)
public final class FollowingBenchmark implements Callable<Integer> {

    private static final List<MadeUpPrice> MARKETS = List.of(
            new MadeUpPrice("BTCUSD", 88_000, 2),
            new MadeUpPrice("ETHUSD", 3_000, 2),
            new MadeUpPrice("SOLUSD", 140, 3),
            new MadeUpPrice("LTCUSD", 85, 2),
            new MadeUpPrice("XRPUSD", 2.2, 4),
            new MadeUpPrice("ADAUSD", 0.45, 4),
            new MadeUpPrice("DOGEUSD", 0.15, 5));

    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OWN_ORDERS = 12;
    private static final BigDecimal CAPITAL = new BigDecimal("20000");
    private static final BigDecimal WORTH = new BigDecimal("5000");
    private static final BigDecimal STOP_SHARE = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(names = "--kafka", paramLabel = "PORT", defaultValue = "19092", description = "Default: ${DEFAULT-VALUE}")
    private int kafka;

    @Option(
            names = "--bars",
            defaultValue = "20",
            description = "Of each of seven symbols, one a minute, after two to warm up. Default: ${DEFAULT-VALUE}")
    private int bars;

    @Option(
            names = "--history",
            defaultValue = "620",
            description = "Bars before them; RL_PPO needs 577, the others 300. Default: ${DEFAULT-VALUE}")
    private int history;

    private final Map<MinuteBar, Instant> sent = new HashMap<>();
    private final Times own = new Times();
    private int unfilled;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        SuiteClient client = suite.client();
        String run = "bench-f-" + UUID.randomUUID().toString().substring(0, 6);
        List<FollowedModel> strategies = FollowedModel.MODELS.stream()
                .flatMap(model -> MARKETS.stream()
                        .map(market -> FollowedModel.of(run, run + "-" + model, model, market.symbol())))
                .toList();
        strategies.stream().map(FollowedModel::account).distinct().forEach(account -> open(client, account));
        open(client, run);
        FollowingReads reads = new FollowingReads(client, portfolio);
        ModelStrategies registry = new ModelStrategies(suite.database());
        try (ToldSignals told = ToldSignals.from(kafka, suite.secrets())) {
            history(client, told);
            registry.add(strategies, CAPITAL);
            play(client, run);
            print(measured(reads, strategies, told));
        } finally {
            registry.retire(strategies);
        }
        return 0;
    }

    /** An account on which every order passes: large, and limited by nothing but its margin. */
    private void open(SuiteClient client, String account) {
        client.timed(client.post(
                suite.ledger().resolve("/api/v1/accounts"),
                new CreateAccountRequest(account, "Benchmark", "USD", new BigDecimal("10000000"))));
        client.timed(client.put(
                suite.risk().resolve("/api/v1/risk/limits/" + account),
                new RiskLimits(HUNDRED, HUNDRED, HUNDRED, HUNDRED, BigDecimal.ONE, new BigDecimal("100000"))));
    }

    /** What the models look back at; the run begins when the brain has judged it. */
    private void history(SuiteClient client, ToldSignals told) throws InterruptedException {
        Instant last = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (MadeUpPrice market : MARKETS) {
            store(
                    client,
                    market,
                    IntStream.rangeClosed(1, history)
                            .mapToObj(i -> last.minus(MinuteBar.LENGTH.multipliedBy(history + 1L - i)))
                            .toList());
        }
        Instant until = Instant.now().plus(PATIENCE);
        while (!MARKETS.stream().allMatch(market -> told.at(new MinuteBar(market.symbol(), last))
                .isPresent())) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(
                        "the brain judges no bars of a minute; start the suite with suite.brain.bars.timeframes=M1");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void store(SuiteClient client, MadeUpPrice market, List<Instant> opens) {
        client.read(
                client.post(
                        suite.brain().resolve("/api/v1/candles/" + market.symbol()),
                        new AddCandlesRequest(
                                Timeframe.M1, opens.stream().map(market::candle).toList(), "benchmark")),
                ImportReport.class);
    }

    private void play(SuiteClient client, String account) throws InterruptedException {
        for (int bar = 0; bar < bars + 2; bar++) {
            Instant close = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(MinuteBar.LENGTH);
            sleepUntil(close);
            for (MadeUpPrice market : MARKETS) {
                Instant begun = Instant.now();
                store(client, market, List.of(close.minus(MinuteBar.LENGTH)));
                if (bar >= 2) {
                    sent.put(new MinuteBar(market.symbol(), close), begun);
                }
                sleepUntil(begun.plus(BETWEEN));
            }
            sleepUntil(close.plus(QUIET));
            BigDecimal price =
                    MARKETS.getFirst().candle(close.minus(MinuteBar.LENGTH)).close();
            for (int i = 0; i < OWN_ORDERS; i++) {
                order(client, account, price, i % 2 == 0, bar >= 2);
                sleepUntil(Instant.now().plus(BETWEEN));
            }
        }
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    /** BUY and SELL in turn, so that the position of the account stays about flat. */
    private void order(SuiteClient client, String account, BigDecimal price, boolean buy, boolean counts) {
        BigDecimal distance = price.multiply(STOP_SHARE);
        SuiteClient.Answer answer = client.timed(client.post(
                suite.orchestrator().resolve("/api/v1/orchestrator/orders"),
                new PlaceOrderRequest(
                        account,
                        MARKETS.getFirst().symbol(),
                        buy ? Side.BUY : Side.SELL,
                        null,
                        null,
                        WORTH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new PlaceOrderRequest.Level(buy ? price.subtract(distance) : price.add(distance), null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        price,
                        null),
                UUID.randomUUID().toString()));
        ExecutionResult result = answer.as(TradeDecision.class).executionResult();
        if (result == null || result.status() != OrderStatus.FILLED) {
            unfilled++;
        } else if (counts) {
            own.add(answer.nanos());
        }
    }

    /**
     * What was measured.
     *
     * @param told until the brain had told what its models say
     * @param heard until a change was noted in the service that follows
     * @param first until the first order of a change was filled
     * @param second until the second was, where the other side had to be closed first
     * @param all of both
     * @param others how often a change came to something else, by what it came to
     */
    private record Measured(
            Times told, Times heard, Times first, Times second, Times all, Map<String, Integer> others) {}

    private Measured measured(FollowingReads reads, List<FollowedModel> strategies, ToldSignals told) {
        Measured measured =
                new Measured(new Times(), new Times(), new Times(), new Times(), new Times(), new TreeMap<>());
        sent.forEach((bar, begun) -> told.at(bar).ifPresent(at -> measured.told.add(nanos(begun, at))));
        for (FollowedModel strategy : strategies) {
            StrategyFollowing following = reads.newest(strategy);
            Map<Instant, List<FollowingStep>> byBar = new HashMap<>();
            following.steps().reversed().forEach(step -> byBar.computeIfAbsent(step.barClose(), _ -> new ArrayList<>())
                    .add(step));
            byBar.forEach((close, steps) -> {
                Instant begun = sent.get(new MinuteBar(strategy.symbol(), close));
                if (begun != null) {
                    add(measured, begun, steps);
                }
            });
        }
        return measured;
    }

    private static void add(Measured measured, Instant begun, List<FollowingStep> steps) {
        List<Instant> filled = new ArrayList<>();
        Instant heard = steps.getFirst().at();
        for (FollowingStep step : steps) {
            Instant answered = step.answeredAt();
            heard = step.at().isBefore(heard) ? step.at() : heard;
            if (step.outcome() == FollowingOutcome.ORDERED
                    && step.orderStatus() == OrderStatus.FILLED
                    && answered != null) {
                filled.add(answered);
            } else {
                measured.others.merge(said(step), 1, Integer::sum);
            }
        }
        if (!filled.isEmpty()) {
            filled.sort(null);
            measured.heard.add(nanos(begun, heard));
            measured.first.add(nanos(begun, filled.getFirst()));
            filled.stream().skip(1).forEach(second -> measured.second.add(nanos(begun, second)));
            filled.forEach(each -> measured.all.add(nanos(begun, each)));
        }
    }

    private static String said(FollowingStep step) {
        return step.reason() == null ? step.outcome().name() : step.reason().code();
    }

    private static long nanos(Instant from, Instant to) {
        return Duration.between(from, to).toNanos();
    }

    private void print(Measured measured) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("From a closed bar to the filled orders of %d followers"
                .formatted(MARKETS.size() * FollowedModel.MODELS.size()));
        report.table(
                List.of(
                        "from the candle on its way to the brain",
                        "times",
                        "p50 ms",
                        "p95 ms",
                        "longest ms",
                        "p50 / order"),
                List.of(
                        row("until the signals of its models are told", measured.told),
                        row("until a change is noted", measured.heard),
                        row("until its first order is filled", measured.first),
                        row("until its second is, after the other side was closed", measured.second),
                        row("until an order is filled (goal: p95 500 ms)", measured.all),
                        row("an order straight at the orchestrator", own)));
        report.line("");
        report.line("Orders of the baseline that were not filled: %d".formatted(unfilled));
        report.line("Steps without a filled order: " + (measured.others.isEmpty() ? "none" : measured.others));
    }

    private List<String> row(String what, Times times) {
        return times.count() == 0
                ? List.of(what, "0", "-", "-", "-", "-")
                : List.of(
                        what,
                        Report.number(times.count()),
                        Report.number(times.p50(), 1),
                        Report.number(times.p95(), 1),
                        Report.number(times.most(), 1),
                        Report.number(times.p50() / own.p50(), 1));
    }
}
