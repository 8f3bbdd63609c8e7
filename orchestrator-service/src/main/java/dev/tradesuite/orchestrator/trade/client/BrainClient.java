package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Answer;
import dev.tradesuite.orchestrator.trade.Brain;
import dev.tradesuite.orchestrator.trade.Evidence;
import dev.tradesuite.orchestrator.trade.LatestPrices;
import dev.tradesuite.orchestrator.trade.Signal;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The brain over HTTP. */
@Component
final class BrainClient implements Brain, LatestPrices {

    private static final Logger LOG = LoggerFactory.getLogger(BrainClient.class);
    private static final int BAD_REQUEST = 400;

    private final BrainApi api;

    BrainClient(BrainApi api) {
        this.api = api;
    }

    @Override
    public Answer<Signal> decide(TradeIdea idea) {
        TradeRequest request = idea.request().as(TradeRequest.class);
        return Asking.ask(
                TradeReason.BRAIN_UNAVAILABLE,
                () -> signal(decided(new DecideRequest(
                        request.symbol(),
                        request.timeframe(),
                        request.currentPrice(),
                        request.asOf(),
                        request.candles(),
                        request.indicators(),
                        null))));
    }

    @Override
    public List<Price> of(List<String> symbols) {
        if (symbols.isEmpty()) {
            return List.of();
        }
        try {
            return api.latest(symbols).prices().stream()
                    .map(latest -> new Price(latest.symbol(), latest.price(), latest.at()))
                    .toList();
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            // Without a price nothing is converted, and sizing says what it lacks.
            LOG.warn("No prices of {}: {}", symbols, e.getMessage());
            return List.of();
        }
    }

    /** Candles and readings are the caller's; when the brain finds fault with them, so does this service. */
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

    private static Signal signal(BrainSignal answer) {
        return new Signal(answer.signal(), atr(answer), answer.reasons(), answer.inputHash(), new Evidence(answer));
    }

    private static @Nullable BigDecimal atr(BrainSignal answer) {
        Double atr = answer.readings().atr();
        return atr == null ? null : BigDecimal.valueOf(atr);
    }
}
