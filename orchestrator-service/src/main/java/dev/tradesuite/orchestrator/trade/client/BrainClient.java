package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.IndicatorVote;
import dev.tradesuite.contracts.brain.LatestPrices.LatestPrice;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Brain;
import dev.tradesuite.orchestrator.trade.MarketView;
import dev.tradesuite.orchestrator.trade.MarketView.StatedCandle;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.orchestrator.trade.StepDocument;
import dev.tradesuite.orchestrator.trade.StoredPrices;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.TradeSignal;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The brain over HTTP. */
@Component
final class BrainClient implements Brain, StoredPrices {

    private static final Logger LOG = LoggerFactory.getLogger(BrainClient.class);
    private static final int BAD_REQUEST = 400;

    private final BrainApi api;
    private final JsonMapper json;

    BrainClient(BrainApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    @Override
    public StepAnswer<TradeSignal> decide(TradeIdea idea, MarketView view) {
        return StepAnswers.of(TradeReason.BRAIN_UNAVAILABLE, () -> signal(decided(request(idea, view))));
    }

    @Override
    public List<StoredPrice> newest(List<String> symbols) {
        if (symbols.isEmpty()) {
            return List.of();
        }
        try {
            // What is no answer is as good as none.
            return Objects.requireNonNullElse(api.latest(symbols).prices(), List.<LatestPrice>of()).stream()
                    .map(latest -> new StoredPrice(latest.symbol(), latest.price(), latest.at()))
                    .toList();
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            // Without a price nothing is converted, and sizing says what it lacks.
            LOG.warn("No prices of {}: {}", symbols, e.getMessage());
            return List.of();
        }
    }

    private DecideRequest request(TradeIdea idea, MarketView view) {
        return new DecideRequest(
                idea.symbol(),
                view.timeframe(),
                idea.marketPrice(),
                view.asOf(),
                view.candles() == null
                        ? null
                        : view.candles().stream().map(BrainClient::candle).toList(),
                indicators(view),
                view.model());
    }

    private @Nullable IndicatorReadings indicators(MarketView view) {
        if (view.readings() == null) {
            return null;
        }
        Map<String, Object> stated = new HashMap<>(view.readings());
        if (view.votes() != null) {
            stated.put(
                    "votes",
                    view.votes().stream()
                            .map(vote -> new IndicatorVote(vote.source(), vote.action(), vote.value()))
                            .toList());
        }
        return json.convertValue(stated, IndicatorReadings.class);
    }

    /** Candles, readings and the model are the caller's; when the brain finds fault with them, so does this service. */
    private BrainSignal decided(DecideRequest request) {
        try {
            return api.decide(request);
        } catch (RemoteProblemException e) {
            if (e.status() == BAD_REQUEST && !e.problem().errors().isEmpty()) {
                throw new ProblemException(
                        ProblemCode.VALIDATION_FAILED,
                        String.valueOf(e.problem().detail()),
                        e.problem().errors());
            }
            throw e;
        }
    }

    private TradeSignal signal(BrainSignal answer) {
        return new TradeSignal(
                answer.signal(),
                atr(answer),
                answer.reasons(),
                Objects.requireNonNullElse(answer.warnings(), List.of()),
                answer.inputHash(),
                new StepDocument(json.writeValueAsString(answer)));
    }

    private static Candle candle(StatedCandle stated) {
        return new Candle(
                stated.openTime(), stated.open(), stated.high(), stated.low(), stated.close(), stated.volume());
    }

    private static @Nullable BigDecimal atr(BrainSignal answer) {
        Double atr = answer.readings().atr();
        return atr == null ? null : BigDecimal.valueOf(atr);
    }
}
