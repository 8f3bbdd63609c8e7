package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.contracts.sizing.SizingRequest.Volatility;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.Answer;
import dev.tradesuite.orchestrator.trade.Evidence;
import dev.tradesuite.orchestrator.trade.Size;
import dev.tradesuite.orchestrator.trade.Sizing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sizing over HTTP. */
@Component
final class SizingClient implements Sizing {

    private final SizingApi api;

    SizingClient(SizingApi api) {
        this.api = api;
    }

    @Override
    public Answer<Size> size(Question question) {
        return Asking.ask(TradeReason.SIZING_UNAVAILABLE, () -> size(api.calculate(request(question))));
    }

    private static SizingRequest request(Question question) {
        TradeRequest trade = question.idea().request().as(TradeRequest.class);
        return new SizingRequest(
                question.idea().symbol(),
                Side.valueOf(question.side().name()),
                trade.riskStrategy(),
                question.funds().equity(),
                question.funds().currency(),
                question.idea().entryPrice(),
                question.stopDistance() == null ? null : question.stopDistance().value(),
                trade.riskPercent(),
                trade.lots(),
                trade.leverage(),
                trade.kelly(),
                volatility(question, trade),
                question.conversionPrices());
    }

    private static @Nullable Volatility volatility(Question question, TradeRequest trade) {
        return trade.riskStrategy() == RiskStrategy.VOLATILITY && question.atr() != null
                ? new Volatility(question.atr(), trade.atrMultiplier())
                : null;
    }

    private static Size size(PositionSize answer) {
        return new Size(
                new Lots(answer.lotSize()),
                answer.stopDistancePips() == null ? null : new Pips(answer.stopDistancePips()),
                answer.refusal(),
                answer.warnings(),
                new Evidence(answer));
    }
}
