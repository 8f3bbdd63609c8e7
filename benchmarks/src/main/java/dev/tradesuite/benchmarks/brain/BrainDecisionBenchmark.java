package dev.tradesuite.benchmarks.brain;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.TimedWork;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.votes.VotesModel;
import dev.tradesuite.brain.model.votes.VotesSettings;
import dev.tradesuite.brain.signal.CandleSource;
import dev.tradesuite.brain.signal.SignalDecision;
import dev.tradesuite.brain.signal.SignalQuestion;
import dev.tradesuite.brain.signal.SignalService;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times {@link SignalService} with the settings a service has by default.
 *
 * <p>The baseline is the analysis of the same candles alone, indicators and retracement: what no decision on candles
 * that were never seen can do without.
 */
@Command(
        name = "brain-decision",
        description = "Times a decision on 500 candles inside the brain; needs no running suite.",
        mixinStandardHelpOptions = true)
public final class BrainDecisionBenchmark implements Callable<Integer> {

    private static final String SYMBOL = "EURUSD";
    private static final int BLOCKS = 20;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--decisions",
            defaultValue = "10000",
            description = "Decisions of each kind after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int decisions;

    @Override
    public Integer call() {
        SignalSettings settings = new Binder(List.of()).bindOrCreate("suite.brain.signal", SignalSettings.class);
        CandleSeries history = Walk.candles(SYMBOL, decisions + settings.candles());
        List<TimedWork> contenders = contenders(settings, history);
        contenders.forEach(contender -> contender.warmUp(0, decisions));
        int perBlock = Math.max(1, decisions / BLOCKS);
        for (int from = 0; from < decisions; from += perBlock) {
            int to = Math.min(decisions, from + perBlock);
            for (TimedWork contender : contenders) {
                contender.run(from, to);
            }
        }
        print(contenders, settings.candles());
        return 0;
    }

    private static List<TimedWork> contenders(SignalSettings settings, CandleSeries history) {
        int window = settings.candles();
        VotesSettings votes = new Binder(List.of()).bindOrCreate("suite.brain.models.votes", VotesSettings.class);
        CandleAnalyst analyst = new CandleAnalyst(votes.fibonacci().rules(), votes.maxFlatShare());
        // A cache of one entry: what was decided a question ago is forgotten, so the next one is always new.
        TradingModel forgetful = new VotesModel(votes, new AnalysisCache(analyst, 1));
        TradingModel remembering = new VotesModel(votes, new AnalysisCache(analyst, 512));
        SignalService signals =
                new SignalService(settings, CandleSource.of(history), new OpinionBoard(), Clock.systemUTC());
        SignalQuestion unchanged = stored(remembering, history.closeTime(history.size() - 1));
        return List.of(
                new TimedWork(
                        "baseline: analysis alone",
                        i -> analyst.analyse(
                                history.closedBy(closeOf(history, i + window)).last(window))),
                new TimedWork(
                        "candles of the request, each time others",
                        i -> decided(
                                signals.decide(sent(
                                        forgetful,
                                        history.closedBy(closeOf(history, i + window))
                                                .last(window))),
                                SignalSource.REQUEST_CANDLES,
                                window)),
                new TimedWork(
                        "stored candles, one more each time",
                        i -> decided(
                                signals.decide(stored(forgetful, closeOf(history, i + window))),
                                SignalSource.STORED_CANDLES,
                                window)),
                new TimedWork(
                        "stored candles, unchanged",
                        _ -> decided(signals.decide(unchanged), SignalSource.STORED_CANDLES, window)));
    }

    private static Instant closeOf(CandleSeries history, int index) {
        return history.closeTime(index - 1);
    }

    /** Asked as of their own close: candles of years ago are stale today. */
    private static SignalQuestion sent(TradingModel model, CandleSeries candles) {
        return new SignalQuestion(
                model,
                SYMBOL,
                Timeframe.M5,
                OptionalDouble.empty(),
                Optional.of(closeOf(candles, candles.size())),
                candles,
                Readings.NONE,
                List.of());
    }

    private static SignalQuestion stored(TradingModel model, Instant asOf) {
        return SignalQuestion.onStoredCandles(model, SYMBOL, Timeframe.M5, Optional.of(asOf));
    }

    /** A decision that did not rest on what it should have would be a fast one, and no measure of anything. */
    private static SignalDecision decided(SignalDecision signal, SignalSource source, int candles) {
        if (signal.source() != source
                || signal.candleCount() != candles
                || signal.votes().isEmpty()) {
            throw new IllegalStateException("not the decision that was to be timed: " + signal);
        }
        return signal;
    }

    private void print(List<TimedWork> contenders, int candles) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("A decision on %d candles inside the brain".formatted(candles));
        double baseline = contenders.getFirst().times().p50();
        report.table(
                TimedWork.header("decision"),
                contenders.stream().map(contender -> contender.row(baseline)).toList());
    }
}
