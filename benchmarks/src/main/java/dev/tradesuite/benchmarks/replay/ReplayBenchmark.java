package dev.tradesuite.benchmarks.replay;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteClient.Answer;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.brain.CandlePage;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Asks for a trade at the close of every stored candle of a month, as if it were that moment, on a supposed account.
 *
 * <p>Every question goes through the whole flow: orchestrator, brain, sizing and risk. Nothing is executed, so every
 * trade is judged on the same account without positions.
 */
@Command(
        name = "replay",
        description = "Runs analyze on a running suite at the close of every stored candle of a month and counts the"
                + " answers.",
        mixinStandardHelpOptions = true)
public final class ReplayBenchmark implements Callable<Integer> {

    private static final int PAGE = 5000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--symbol", required = true, description = "Instrument whose candles are stored.")
    private String symbol;

    @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "Month, UTC.")
    private YearMonth month;

    @Option(names = "--timeframe", defaultValue = "M5", description = "Default: ${DEFAULT-VALUE}")
    private Timeframe timeframe;

    @Option(names = "--stop-pips", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}")
    private BigDecimal stopPips;

    @Option(names = "--risk-percent", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}")
    private BigDecimal riskPercent;

    @Option(names = "--balance", defaultValue = "10000", description = "In USD. Default: ${DEFAULT-VALUE}")
    private BigDecimal balance;

    @Option(names = "--threads", defaultValue = "2", description = "Questions at once. Default: ${DEFAULT-VALUE}")
    private int threads;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        SuiteClient client = suite.client();
        List<Candle> candles = candles(client);
        if (candles.isEmpty()) {
            throw new IllegalStateException("no %s candle of %s is stored in %s; ./suite import stores them"
                    .formatted(timeframe, symbol, month));
        }
        Tally tally = new Tally();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Callable<Answer>> questions = new ArrayList<>();
            for (Candle candle : candles) {
                questions.add(() -> client.timed(client.post(
                        suite.orchestrator().resolve("/api/v1/orchestrator/analyze"), questionAtCloseOf(candle))));
            }
            for (Future<Answer> answer : workers.invokeAll(questions)) {
                tally.add(answer.get().as(TradeDecision.class), answer.get().nanos());
            }
        }
        Report report = new Report(spec.commandLine().getOut());
        report.title("%s %s in %s: a decision at the close of every candle".formatted(symbol, timeframe, month));
        report.line("");
        report.line("Supposed account of %s USD, risk %s %%, stop %s pips, %d questions at once."
                .formatted(balance.toPlainString(), riskPercent.toPlainString(), stopPips.toPlainString(), threads));
        tally.print(report);
        return 0;
    }

    private List<Candle> candles(SuiteClient client) {
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Candle> candles = new ArrayList<>();
        while (true) {
            URI uri = suite.brain()
                    .resolve("/api/v1/candles/%s?timeframe=%s&from=%s&to=%s&limit=%d"
                            .formatted(symbol, timeframe, from, to, PAGE));
            List<Candle> page = client.read(client.get(uri), CandlePage.class).candles();
            candles.addAll(page);
            if (page.size() < PAGE) {
                return candles;
            }
            from = page.getLast().openTime().plusMillis(1);
        }
    }

    private TradeRequest questionAtCloseOf(Candle candle) {
        return TradeRequest.of(symbol, candle.close())
                .stopLossPips(stopPips)
                .riskStrategy(RiskStrategy.FIXED_RISK)
                .riskPercent(riskPercent)
                .accountBalance(balance)
                .accountCurrency("USD")
                .timeframe(timeframe)
                .asOf(candle.openTime().plus(timeframe.length()))
                .build();
    }
}
