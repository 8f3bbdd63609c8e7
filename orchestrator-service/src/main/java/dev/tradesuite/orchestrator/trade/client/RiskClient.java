package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.risk.RiskCheckRequest.WhatIfAccount;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.Risk;
import dev.tradesuite.orchestrator.trade.RiskVerdict;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.orchestrator.trade.StepDocument;
import dev.tradesuite.orchestrator.trade.SupposedPosition;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.TradePlan;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Risk over HTTP. */
@Component
final class RiskClient implements Risk {

    private final RiskApi api;
    private final JsonMapper json;

    RiskClient(RiskApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    @Override
    public StepAnswer<RiskVerdict> check(TradePlan plan) {
        return StepAnswers.of(TradeReason.RISK_UNAVAILABLE, () -> {
            RiskAssessment answer = api.check(request(plan));
            return verdict(answer, answer.allowed());
        });
    }

    @Override
    public StepAnswer<RiskVerdict> reserve(UUID orderId, Exposure exposure) {
        return StepAnswers.of(TradeReason.RISK_UNAVAILABLE, () -> {
            Reservation answer = api.reserve(new ReserveRequest(orderId, request(exposure), null, null));
            if (answer.assessment() == null) {
                throw new ServiceUnavailableException("risk", Reason.ERROR, "its answer does not state the checks");
            }
            return verdict(answer.assessment(), answer.status() == ReservationStatus.RESERVED);
        });
    }

    private static RiskCheckRequest request(TradePlan plan) {
        TradeIdea idea = plan.idea();
        return new RiskCheckRequest(
                idea.accountId().orElse(null),
                whatIf(idea.account()),
                idea.symbol(),
                plan.side(),
                plan.lots().value(),
                idea.entryPrice(plan.side()),
                plan.stopLossPrice(),
                SizingClient.stated(idea.leverage()),
                supposed(idea.supposed()),
                plan.conversionPrices(),
                idea.strategy(),
                null,
                null,
                idea.view() == null ? null : idea.view().asOf(),
                plan.reduces());
    }

    private static @Nullable WhatIfAccount whatIf(AccountChoice account) {
        return account instanceof AccountChoice.Supposed supposed
                ? new WhatIfAccount(supposed.equity(), supposed.currency(), null, null, null)
                : null;
    }

    private static @Nullable List<ExistingPosition> supposed(List<SupposedPosition> positions) {
        return positions.isEmpty()
                ? null
                : positions.stream()
                        .map(position -> new ExistingPosition(
                                position.symbol(),
                                position.side(),
                                position.lots().value(),
                                position.entryPrice(),
                                position.stopPrice()))
                        .toList();
    }

    private static RiskCheckRequest request(Exposure exposure) {
        return new RiskCheckRequest(
                exposure.accountId(),
                null,
                exposure.symbol(),
                exposure.side(),
                exposure.lots().value(),
                exposure.entryPrice(),
                exposure.stopLossPrice(),
                SizingClient.stated(exposure.leverage()),
                null,
                exposure.conversionPrices(),
                exposure.strategy(),
                null,
                null,
                null,
                exposure.reduces());
    }

    private RiskVerdict verdict(RiskAssessment answer, boolean allowed) {
        return new RiskVerdict(
                allowed,
                answer.riskLevel(),
                answer.tradingStateScope(),
                answer.denials(),
                answer.warnings(),
                new StepDocument(json.writeValueAsString(answer.checks())));
    }
}
