package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides BUY, SELL or HOLD.
 *
 * <p>What the decision can rest on is found ({@link InputFinder}) and shown to the model of the question; fresh
 * opinions of advisors can then lower what it says ({@link SignalVerdict}). A past moment is decided by the same code
 * on the candles closed by then; advisors, who know the present, are not heard. Safe for use by several threads.
 */
public final class SignalService {

    private final InputFinder inputs;
    private final OpinionBoard board;
    private final Clock clock;

    /**
     * A service.
     *
     * @param stored candles to read when the caller sends none
     * @param board opinions of advisors
     */
    public SignalService(SignalSettings settings, CandleSource stored, OpinionBoard board, Clock clock) {
        this.inputs = new InputFinder(settings, stored);
        this.board = board;
        this.clock = clock;
    }

    /** The decision. */
    public SignalDecision decide(SignalQuestion question) {
        Instant asOf = question.asOf().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<AdvisorOpinion> opinions =
                question.asOf().isPresent() ? List.of() : board.fresh(question.symbol(), question.timeframe(), asOf);
        return switch (inputs.find(question, asOf)) {
            case SignalInput.Missing missing ->
                decision(
                        question,
                        asOf,
                        missing,
                        ModelSignal.Abstained.because(question.model().version(question.series()), missing.why()),
                        opinions);
            case SignalInput.Found found -> {
                ModelSignal signal = question.model().signalOn(found.shown());
                if (signal instanceof ModelSignal.Abstained && mayDoWithReadings(question, found)) {
                    SignalInput.Found readings = inputs.onReadings(question);
                    yield decision(question, asOf, readings, question.model().signalOn(readings.shown()), opinions);
                }
                yield decision(question, asOf, found, signal, opinions);
            }
        };
    }

    private static boolean mayDoWithReadings(SignalQuestion question, SignalInput.Found found) {
        return found.source() == SignalSource.REQUEST_CANDLES && question.hasReadingsOrVotes();
    }

    private static SignalDecision decision(
            SignalQuestion question,
            Instant asOf,
            SignalInput input,
            ModelSignal signal,
            List<AdvisorOpinion> opinions) {
        TradingModel model = question.model();
        CandleSeries candles = input.candles();
        SignalVerdict verdict = SignalVerdict.of(signal);
        double needed = model.thresholds()
                .map(thresholds -> thresholds.confidenceFor(verdict.action()))
                .orElse(0.0);
        SignalVerdict restrained = verdict.restrainedBy(opinions, needed);
        return new SignalDecision(
                question.symbol(),
                question.timeframe(),
                restrained.action(),
                restrained.score(),
                restrained.confidence(),
                model.thresholds(),
                withAdvisors(signal.votes(), opinions),
                restrained.reasons(),
                signal.readings(),
                input.source(),
                candles.size(),
                candles.lastOpenTime(),
                candles.derivedFrom(),
                question.asOf().isPresent() ? RunLabel.BACKTEST : RunLabel.PAPER,
                signal.version(),
                asOf,
                InputHash.of(signal.version(), question, asOf, input, opinions));
    }

    /** Advisors are listed with the votes they may lower. Their weight is 0: the score is the market's alone. */
    private static List<Vote> withAdvisors(List<Vote> votes, List<AdvisorOpinion> opinions) {
        if (votes.isEmpty() || opinions.isEmpty()) {
            return votes;
        }
        List<Vote> all = new ArrayList<>(votes);
        for (AdvisorOpinion opinion : opinions) {
            all.add(new Vote(
                    "advisor:" + opinion.advisor(),
                    SignalAction.HOLD,
                    0,
                    0,
                    "Objects to BUY by %s and to SELL by %s: %s"
                            .formatted(
                                    Figures.twoDecimals(opinion.objections().toBuy()),
                                    Figures.twoDecimals(opinion.objections().toSell()),
                                    opinion.objections().reason())));
        }
        return all;
    }
}
