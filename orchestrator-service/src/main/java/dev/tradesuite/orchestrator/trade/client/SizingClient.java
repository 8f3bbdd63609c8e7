package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.broker.BrokerCosts;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.contracts.sizing.SizingRequest.Costs;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
import dev.tradesuite.contracts.sizing.SizingRequest.Margin;
import dev.tradesuite.contracts.sizing.SizingRequest.Volatility;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.SizeChoice.KellyFigures;
import dev.tradesuite.orchestrator.trade.Sizing;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.orchestrator.trade.StepDocument;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.TradeSize;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sizing over HTTP. */
@Component
final class SizingClient implements Sizing {

    private final SizingApi api;
    private final AccountMarginClient margins;
    private final Brokers brokers;
    private final JsonMapper json;

    SizingClient(SizingApi api, AccountMarginClient margins, Brokers brokers, JsonMapper json) {
        this.api = api;
        this.margins = margins;
        this.brokers = brokers;
        this.json = json;
    }

    @Override
    public StepAnswer<TradeSize> size(Question question) {
        return StepAnswers.of(TradeReason.SIZING_UNAVAILABLE, () -> size(api.calculate(request(question))));
    }

    private SizingRequest request(Question question) {
        SizeChoice wanted = question.wanted();
        return new SizingRequest(
                question.idea().symbol(),
                question.side(),
                wanted.strategy(),
                question.funds().knownEquity(),
                question.funds().currency(),
                question.idea().entryPrice(question.side()),
                question.stopDistance() == null ? null : question.stopDistance().value(),
                wanted.riskPercent(),
                wanted.lots() == null ? null : wanted.lots().value(),
                stated(question.idea().leverage()),
                kelly(wanted.kelly()),
                volatility(question),
                margin(question),
                costs(question.idea()),
                question.conversionPrices());
    }

    private Margin margin(Question question) {
        BigDecimal used = question.funds().marginUsed();
        return question.idea()
                .accountId()
                .map(account -> margins.of(account, used))
                .orElseGet(() -> new Margin(null, used, null));
    }

    private Costs costs(TradeIdea idea) {
        BrokerCosts costs =
                idea.accountId().map(brokers::of).orElseGet(brokers::byDefault).costs();
        return new Costs(costs.spreadPips(), costs.slippagePips(), costs.commissionPerLot());
    }

    static @Nullable BigDecimal stated(Leverage leverage) {
        return leverage.isStated() ? leverage.value() : null;
    }

    private static @Nullable Kelly kelly(@Nullable KellyFigures figures) {
        return figures == null
                ? null
                : new Kelly(figures.winRate(), figures.payoffRatio(), figures.closedTrades(), figures.fraction());
    }

    private static @Nullable Volatility volatility(Question question) {
        return question.wanted().strategy() == RiskStrategy.VOLATILITY && question.atr() != null
                ? new Volatility(question.atr(), question.wanted().atrMultiplier())
                : null;
    }

    private TradeSize size(PositionSize answer) {
        return new TradeSize(
                new Lots(answer.lotSize()),
                answer.stopDistancePips() == null ? null : new Pips(answer.stopDistancePips()),
                answer.refusal(),
                answer.warnings(),
                new StepDocument(json.writeValueAsString(answer)));
    }
}
