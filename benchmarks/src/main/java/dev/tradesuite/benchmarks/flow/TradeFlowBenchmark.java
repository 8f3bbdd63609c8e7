package dev.tradesuite.benchmarks.flow;

import dev.tradesuite.benchmarks.flow.hop.Answers;
import dev.tradesuite.benchmarks.flow.hop.Note;
import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteClient.Answer;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeDecision.ExecutionResult;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times analyze and execute beside chains of no-op services.
 *
 * <p>One call at a time. The kinds of calls take turns in blocks, so that a machine that gets slower or faster on the
 * way does so for all of them. Every answer is looked at after it was timed: a decision other than the expected one
 * ends the run.
 */
@Command(
        name = "trade-flow",
        description = {
            "Times analyze and execute on a running suite beside a chain of four services that do nothing.",
            "Opens a paper account of its own, which stays in the books."
        },
        mixinStandardHelpOptions = true)
public final class TradeFlowBenchmark implements Callable<Integer> {

    /** Lets what a block set going, such as events on their way to the books, come to its end. */
    private static final long PAUSE_MILLIS = 500;

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--warm-up", defaultValue = "6000", description = "Calls of each kind. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(names = "--blocks", defaultValue = "10", description = "Blocks of each kind. Default: ${DEFAULT-VALUE}")
    private int blocks;

    @Option(names = "--calls", defaultValue = "200", description = "Calls in a block. Default: ${DEFAULT-VALUE}")
    private int calls;

    @Override
    public Integer call() throws Exception {
        SuiteClient client = suite.client();
        String account = openAccount(client);
        try (SuiteDatabase database = suite.database();
                NoOpChain chain = NoOpChain.start(suite, database, account, answers(client))) {
            Note note = new Note("EURUSD", new BigDecimal("1.0835"));
            Contender notes = new Contender(
                    "four no-op hops, a note", client, () -> client.post(chain.note(), note), noteIs(note));
            Contender durableNotes = new Contender(
                    "a note, and one durable insert",
                    client,
                    () -> client.post(chain.durableNote(), note),
                    noteIs(note));
            Contender trades = new Contender(
                    "four no-op hops, the messages of a trade",
                    client,
                    () -> client.post(chain.trade(), Trades.supposed()),
                    TradeFlowBenchmark::proceeds);
            Contender durableTrades = new Contender(
                    "the messages of a trade, and one durable insert",
                    client,
                    () -> client.post(chain.durableTrade(), Trades.supposed()),
                    TradeFlowBenchmark::proceeds);
            Contender rows = new Contender(
                    "the messages of a trade, and every row of an execute",
                    client,
                    () -> client.post(chain.tradeRows(), Trades.supposed()),
                    TradeFlowBenchmark::proceeds);
            Contender analyze = new Contender(
                    "analyze",
                    client,
                    () -> client.post(at("analyze"), Trades.supposed()),
                    TradeFlowBenchmark::proceeds);
            Contender execute =
                    new Contender("execute", client, executes(client, account), TradeFlowBenchmark::isFilled);
            takeTurns(List.of(analyze, notes, trades, execute, durableNotes, durableTrades, rows));
            print(
                    List.of(analyze, notes, trades, execute, durableNotes, durableTrades, rows),
                    List.of(notes, notes, notes, durableNotes, durableNotes, durableNotes, durableNotes));
        }
        return 0;
    }

    /** What the suite says to the trade that is analyzed. */
    private Answers answers(SuiteClient client) {
        TradeDecision decision = client.read(client.post(at("analyze"), Trades.supposed()), TradeDecision.class);
        TradeDecision.Workflow workflow = decision.workflow();
        return new Answers(
                Objects.requireNonNull(workflow.brainSignal()),
                Objects.requireNonNull(workflow.positionSizing()),
                new RiskAssessment(
                        true,
                        Objects.requireNonNull(decision.riskLevel()),
                        Objects.requireNonNull(workflow.riskChecks()),
                        TradingState.ACTIVE,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        decision.decidedAt()),
                decision);
    }

    /** An account on which every execute of the run passes: large, and limited by nothing but its margin. */
    private String openAccount(SuiteClient client) {
        String id = "benchmark-" + UUID.randomUUID().toString().substring(0, 8);
        client.timed(client.post(
                suite.ledger().resolve("/api/v1/accounts"),
                new CreateAccountRequest(id, "Benchmark", "USD", new BigDecimal("10000000"))));
        client.timed(client.put(
                suite.risk().resolve("/api/v1/risk/limits/" + id),
                new RiskLimits(HUNDRED, HUNDRED, HUNDRED, HUNDRED, BigDecimal.ONE, new BigDecimal("100000"))));
        return id;
    }

    /** BUY and SELL in turn, so that the position of the account stays about flat. */
    private Supplier<HttpRequest> executes(SuiteClient client, String account) {
        return new Supplier<>() {

            private boolean buy;

            @Override
            public HttpRequest get() {
                buy = !buy;
                return client.post(
                        at("execute"),
                        Trades.real(buy ? Side.BUY : Side.SELL, account),
                        UUID.randomUUID().toString());
            }
        };
    }

    private URI at(String call) {
        return suite.orchestrator().resolve("/api/v1/orchestrator/" + call);
    }

    private void takeTurns(List<Contender> contenders) throws InterruptedException {
        for (Contender contender : contenders) {
            contender.warmUp(warmUp);
        }
        for (int block = 0; block < blocks; block++) {
            for (Contender contender : contenders) {
                Thread.sleep(PAUSE_MILLIS);
                contender.block(calls);
            }
        }
    }

    private static Consumer<Answer> noteIs(Note note) {
        return answer -> require(answer.as(Note.class).equals(note), answer.as(Note.class));
    }

    private static void proceeds(Answer answer) {
        TradeDecision decision = answer.as(TradeDecision.class);
        require(decision.decision() == Decision.PROCEED, decision);
    }

    private static void isFilled(Answer answer) {
        TradeDecision decision = answer.as(TradeDecision.class);
        ExecutionResult result = decision.executionResult();
        require(result != null && result.status() == OrderStatus.FILLED, decision);
    }

    private static void require(boolean good, Object answer) {
        if (!good) {
            throw new IllegalStateException("not the answer that was to be timed: " + answer);
        }
    }

    private void print(List<Contender> contenders, List<Contender> baselines) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Analyze and execute, one call at a time");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            Contender contender = contenders.get(i);
            Times times = contender.times();
            Times baseline = baselines.get(i).times();
            rows.add(List.of(
                    contender.name(),
                    Report.number(times.count()),
                    Report.number(times.p50(), 2),
                    Report.number(times.p99(), 2),
                    Report.number(times.p50() / baseline.p50(), 2),
                    Report.number(times.p99() / baseline.p99(), 2)));
        }
        report.table(List.of("call", "times", "p50 ms", "p99 ms", "p50 / baseline", "p99 / baseline"), rows);
        report.line("");
        report.line(
                "The baseline is the chain of no-op hops with a note: with a durable insert for execute, without for"
                        + " analyze.");
    }
}
