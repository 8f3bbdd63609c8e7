package dev.tradesuite.signals.signal.web;

import dev.tradesuite.contracts.brain.ScoreThreshold;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalScore;
import dev.tradesuite.contracts.brain.StrategyVote;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.PastSignal;
import dev.tradesuite.contracts.signals.PastSignalDetails;
import dev.tradesuite.signals.signal.AccountOutcome;
import dev.tradesuite.signals.signal.BarPosition;
import dev.tradesuite.signals.signal.ExplainedSignal;
import dev.tradesuite.signals.signal.KeptSignal;
import dev.tradesuite.signals.signal.ScoreNotes;
import dev.tradesuite.signals.signal.SignalDetails;
import dev.tradesuite.support.table.TableAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signals as the contract has them, and as comma-separated values. */
@Component
final class PastSignalMapper {

    private static final String HEADER = "signal_id,strategy_code,strategy_name,timestamp,signal,side,confidence,size,"
            + "entry_price,stop_loss,take_profit,risk_usd,notional_usd,leverage,reasoning,invalidation_condition,"
            + "abstained,score_feature,score,no_score,model_version,proxy,label";
    private static final TypeReference<Map<String, Double>> FEATURES = new TypeReference<>() {};
    private static final TypeReference<List<StrategyVote>> VOTES = new TypeReference<>() {};

    private final JsonMapper json;

    PastSignalMapper(JsonMapper json) {
        this.json = json;
    }

    PastSignal signal(KeptSignal signal) {
        ScoreNotes notes = notes(signal);
        return new PastSignal(
                signal.id(),
                signal.strategy().code(),
                signal.strategy().name(),
                signal.at(),
                signal.wish().position(),
                signal.wish().side(),
                signal.wish().confidence(),
                signal.wish().size(),
                signal.levels().entry(),
                signal.levels().stopLoss(),
                signal.levels().takeProfit(),
                signal.stake().risk(),
                signal.stake().notional(),
                signal.stake().leverage(),
                signal.words().reasoning(),
                signal.words().invalidation(),
                signal.words().abstained(),
                score(notes),
                noScore(signal, notes),
                signal.origin().version(),
                signal.origin().proxy(),
                signal.label());
    }

    private ScoreNotes notes(KeptSignal signal) {
        return ScoreNotes.of(json.readValue(signal.features(), FEATURES));
    }

    private static @Nullable SignalScore score(ScoreNotes notes) {
        ScoreNotes.Score score = notes.score();
        return score == null
                ? null
                : new SignalScore(
                        score.feature(),
                        score.value(),
                        score.thresholds().stream()
                                .map(mark -> new ScoreThreshold(mark.signal(), mark.beyond(), mark.value()))
                                .toList());
    }

    /** One that did not judge has said why already. */
    private static @Nullable Reason noScore(KeptSignal signal, ScoreNotes notes) {
        SignalReason why = notes.whyNone();
        String abstained = signal.words().abstained();
        return why == null
                ? null
                : abstained == null
                        ? Reason.of(why, why.sentence())
                        : new Reason(abstained, signal.words().reasoning());
    }

    String csv(List<KeptSignal> signals) {
        return TableAnswer.csv(HEADER, signals.stream().map(this::signal).map(PastSignalMapper::row));
    }

    private static List<String> row(PastSignal signal) {
        SignalScore score = signal.score();
        Reason noScore = signal.noScore();
        return TableAnswer.row(
                signal.signalId(),
                signal.strategyCode(),
                signal.strategyName(),
                signal.timestamp(),
                lower(signal.signal()),
                lower(signal.side()),
                signal.confidence(),
                signal.size(),
                signal.entryPrice(),
                signal.stopLoss(),
                signal.takeProfit(),
                signal.riskUsd(),
                signal.notionalUsd(),
                signal.leverage(),
                signal.reasoning(),
                signal.invalidationCondition(),
                signal.abstained(),
                score == null ? null : score.feature(),
                score == null ? null : score.value(),
                noScore == null ? null : noScore.code(),
                signal.modelVersion(),
                signal.proxy(),
                signal.label());
    }

    PastSignalDetails details(SignalDetails details) {
        ExplainedSignal explained = details.explained();
        return new PastSignalDetails(
                explained.series().symbol(),
                explained.series().timeframe(),
                explained.series().run(),
                signal(explained.signal()),
                notes(explained.signal()).features(),
                json.readValue(explained.votes(), VOTES),
                details.languageModel()
                        .map(heard -> new PastSignalDetails.LlmAnswer(
                                signal(heard.signal()), notes(heard.signal()).features()))
                        .orElse(null),
                account(details.account()));
    }

    private static PastSignalDetails.AccountResponse account(AccountOutcome outcome) {
        return new PastSignalDetails.AccountResponse(
                outcome.action(),
                outcome.reason()
                        .map(reason -> Reason.of(reason, reason.sentence()))
                        .orElse(null),
                outcome.positions().stream().map(PastSignalMapper::position).toList());
    }

    private static PastSignalDetails.TouchedPosition position(BarPosition position) {
        BarPosition.End end = position.end();
        return new PastSignalDetails.TouchedPosition(
                position.id(),
                lower(position.direction()),
                position.status(),
                position.quantity(),
                position.entry().price(),
                position.entry().at(),
                end == null ? null : end.price(),
                end == null ? null : end.at(),
                end == null ? null : end.reason(),
                end == null ? null : end.profit());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
