package dev.tradesuite.benchmarks.rebalancing;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.portfolio.Rebalancing;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.risk.RiskLimits;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times a rebalancing of 100 strategies from its approval until all orders are filled, beside the same orders sent
 * straight to the orchestrator for an account of the same size.
 */
@Command(
        name = "rebalancing",
        description = {
            "Times a rebalancing of 100 strategies that hold an instrument, from its approval until it is DONE, beside"
                    + " the same orders sent straight to the orchestrator.",
            "Opens two accounts a round, which stay in the books; adds strategies BENCH-R-0 to BENCH-R-99, and retires"
                    + " them at the end."
        },
        mixinStandardHelpOptions = true)
public final class RebalancingBenchmark implements Callable<Integer> {

    private static final int STRATEGIES = 100;
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<RebalancingState> UNDER_WAY =
            EnumSet.of(RebalancingState.PENDING_APPROVAL, RebalancingState.APPROVED, RebalancingState.EXECUTING);

    private static final String RETIRE = "UPDATE portfolio.strategy SET state = 'RETIRED' WHERE code LIKE 'BENCH-R-%'";
    private static final String REGISTER =
            """
            INSERT INTO portfolio.strategy (code, name, source, state, registered_at)
            VALUES ('BENCH-R-%1$d', 'Benchmark %1$d', 'hold:%2$s', 'PAPER', now())
            ON CONFLICT (code) DO UPDATE SET source = excluded.source, state = excluded.state
            """;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(
            names = "--symbols",
            split = ",",
            defaultValue = "EURUSD.SIM,XAUUSD.SIM",
            description = "Instruments that are held, which need prices of now. Default: ${DEFAULT-VALUE}")
    private List<String> symbols;

    @Option(names = "--rounds", defaultValue = "5", description = "After one to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    /** One rebalancing and its orders sent straight, in nanoseconds. */
    private record Round(long planned, long rebalanced, long straight) {}

    @Override
    public Integer call() throws SQLException {
        SuiteClient client = suite.client();
        SuiteClient approver = suite.approver();
        List<Round> all = new ArrayList<>();
        SuiteDatabase database = suite.database();
        try {
            for (int i = 0; i < STRATEGIES; i++) {
                database.run(REGISTER.formatted(i, symbols.get(i % symbols.size())));
            }
            for (int round = 0; round <= rounds; round++) {
                all.add(round(client, approver));
            }
        } finally {
            database.run(RETIRE);
        }
        print(all.subList(1, all.size()));
        return 0;
    }

    private Round round(SuiteClient client, SuiteClient approver) {
        String account = openAccount(client);
        client.timed(client.post(
                portfolio.resolve("/api/v1/portfolio/construct"),
                Map.of("account_id", account, "weights", weights(), "reason", "benchmark")));
        SuiteClient.Answer plan = client.timed(client.post(
                portfolio.resolve("/api/v1/portfolio/rebalance"),
                Map.of("account_id", account, "reason", "benchmark")));
        Rebalancing draft = plan.as(Rebalancing.class);
        require(
                draft.lines().size() == STRATEGIES,
                "the plan has %d orders: %s",
                draft.lines().size(),
                draft.plan());
        URI at = portfolio.resolve("/api/v1/rebalances/" + draft.id());
        client.timed(client.post(URI.create(at + "/submit"), Map.of("plan_hash", draft.planHash())));
        UUID approval = approval(client, at);
        long approved = System.nanoTime();
        approver.timed(approver.post(
                suite.orchestrator().resolve("/api/v1/approvals/%s/approve".formatted(approval)),
                Map.of("reason", "benchmark")));
        Rebalancing ended = ended(client, at);
        long rebalanced = System.nanoTime() - approved;
        require(ended.state() == RebalancingState.DONE, "it ended as %s: %s", ended.state(), ended.outcome());
        return new Round(plan.nanos(), rebalanced, straight(client, openAccount(client), ended.lines()));
    }

    private static Map<String, Double> weights() {
        return IntStream.range(0, STRATEGIES).boxed().collect(Collectors.toMap(i -> "BENCH-R-" + i, _ -> 0.008));
    }

    /** An account large enough for every order, and limited by nothing but its margin. */
    private String openAccount(SuiteClient client) {
        String id = "benchmark-" + UUID.randomUUID().toString().substring(0, 8);
        client.timed(client.post(
                suite.ledger().resolve("/api/v1/accounts"),
                new CreateAccountRequest(id, "Benchmark", "USD", new BigDecimal("100000000"))));
        client.timed(client.put(
                suite.risk().resolve("/api/v1/risk/limits/" + id),
                new RiskLimits(HUNDRED, HUNDRED, HUNDRED, HUNDRED, BigDecimal.ONE, new BigDecimal("100000"))));
        return id;
    }

    private static UUID approval(SuiteClient client, URI at) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        @Nullable UUID approval = null;
        while (approval == null) {
            require(System.nanoTime() < end, "no approval of %s is asked for", at);
            LockSupport.parkNanos(LOOK.toNanos());
            approval = client.read(client.get(at), Rebalancing.class).approvalId();
        }
        return approval;
    }

    private static Rebalancing ended(SuiteClient client, URI at) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Rebalancing found = client.read(client.get(at), Rebalancing.class);
        while (UNDER_WAY.contains(found.state())) {
            require(System.nanoTime() < end, "%s does not end", at);
            LockSupport.parkNanos(LOOK.toNanos());
            found = client.read(client.get(at), Rebalancing.class);
        }
        return found;
    }

    private long straight(SuiteClient client, String account, List<Rebalancing.PlanLine> lines) {
        long start = System.nanoTime();
        for (Rebalancing.PlanLine line : lines) {
            String key = UUID.randomUUID().toString();
            TradeDecision decision = client.read(
                    client.post(
                            suite.orchestrator().resolve("/api/v1/orchestrator/orders"),
                            order(account, line, key),
                            key),
                    TradeDecision.class);
            TradeDecision.ExecutionResult result = decision.executionResult();
            require(result != null && result.status() == OrderStatus.FILLED, "not filled: %s", decision);
        }
        return System.nanoTime() - start;
    }

    private static PlaceOrderRequest order(String account, Rebalancing.PlanLine line, String key) {
        BigDecimal stop = line.stopLossPrice();
        return new PlaceOrderRequest(
                account,
                line.symbol(),
                line.side(),
                line.lots(),
                null,
                null,
                null,
                OrderType.LIMIT,
                line.limitPrice(),
                null,
                TimeInForce.IOC,
                null,
                stop == null ? null : new PlaceOrderRequest.Level(stop, null),
                null,
                null,
                line.reduceOnly() ? true : null,
                line.strategy(),
                key,
                null,
                null,
                null);
    }

    private static void require(boolean good, String message, @Nullable Object... parts) {
        if (!good) {
            throw new IllegalStateException(message.formatted(parts));
        }
    }

    private void print(List<Round> all) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("A rebalancing of %d orders".formatted(STRATEGIES));
        report.table(
                List.of("way", "rounds", "median s", "longest s", "orders a second"),
                List.of(
                        row(
                                "the plan, every order checked",
                                all.stream().map(Round::planned).toList()),
                        row(
                                "from the approval until it is DONE",
                                all.stream().map(Round::rebalanced).toList()),
                        row(
                                "the same orders straight to the orchestrator",
                                all.stream().map(Round::straight).toList())));
    }

    private static List<String> row(String way, List<Long> nanos) {
        List<Double> seconds = nanos.stream().sorted().map(one -> one / 1e9).toList();
        double median = seconds.get(seconds.size() / 2);
        return List.of(
                way,
                Report.number(seconds.size()),
                Report.number(median, 2),
                Report.number(seconds.getLast(), 2),
                Report.number(STRATEGIES / median, 1));
    }
}
