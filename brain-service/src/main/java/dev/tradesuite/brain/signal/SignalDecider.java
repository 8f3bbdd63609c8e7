package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Analyses;
import dev.tradesuite.brain.indicator.Readings;
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
 * <p>The evidence is found ({@link EvidenceFinder}), every source votes on it ({@link VoterPanel}), the votes come to a
 * score ({@link Score}) and the thresholds turn it into a verdict ({@link Verdict}). Fresh opinions of advisors can
 * then lower it. A past moment is decided by the same code on the candles closed by then; advisors, who know the
 * present, are not heard. Safe for use by several threads.
 */
public final class SignalDecider {

    private final SignalSettings settings;
    private final SignalModel model;
    private final EvidenceFinder evidence;
    private final VoterPanel panel;
    private final OpinionBoard board;
    private final Clock clock;

    /**
     * A decider.
     *
     * @param stored candles to read when the caller sends none
     * @param board opinions of advisors
     */
    public SignalDecider(
            SignalSettings settings, CandleSource stored, Analyses analyses, OpinionBoard board, Clock clock) {
        this.settings = settings;
        this.model = SignalModel.of(settings);
        this.evidence = new EvidenceFinder(settings, stored, analyses);
        this.panel = new VoterPanel(settings);
        this.board = board;
        this.clock = clock;
    }

    /** The decision. */
    public Signal decide(SignalQuestion question) {
        Instant asOf = question.asOf().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        List<AdvisorOpinion> opinions =
                question.asOf().isPresent() ? List.of() : board.fresh(question.symbol(), question.timeframe(), asOf);
        Evidence found = evidence.find(question, asOf);
        return switch (found) {
            case Evidence.Unusable unusable ->
                signal(question, asOf, found, Readings.NONE, List.of(), opinions, Verdict.without(unusable.why()));
            case Evidence.Usable usable -> {
                List<Vote> votes = panel.vote(usable.market());
                Verdict verdict = Verdict.of(votes, settings).restrainedBy(opinions, settings);
                yield signal(question, asOf, found, usable.market().readings(), votes, opinions, verdict);
            }
        };
    }

    /** Weights and thresholds that decide. */
    public SignalSettings settings() {
        return settings;
    }

    /** What the decisions are made by. */
    public SignalModel model() {
        return model;
    }

    private Signal signal(
            SignalQuestion question,
            Instant asOf,
            Evidence found,
            Readings readings,
            List<Vote> votes,
            List<AdvisorOpinion> opinions,
            Verdict verdict) {
        CandleSeries candles = found.candles();
        return new Signal(
                question.symbol(),
                question.timeframe(),
                verdict.action(),
                verdict.score(),
                verdict.confidence(),
                withAdvisors(votes, opinions),
                verdict.reasons(),
                readings,
                found.source(),
                candles.size(),
                candles.lastOpenTime(),
                question.asOf().isPresent() ? RunLabel.BACKTEST : RunLabel.PAPER,
                model,
                asOf,
                InputHash.of(model, question, asOf, found, opinions));
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
