package dev.tradesuite.orchestrator.trade.client;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest.WhatIfAccount;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.Answer;
import dev.tradesuite.orchestrator.trade.Assessment;
import dev.tradesuite.orchestrator.trade.Evidence;
import dev.tradesuite.orchestrator.trade.Risk;
import dev.tradesuite.orchestrator.trade.TradePlan;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Risk over HTTP. */
@Component
final class RiskClient implements Risk {

    private final RiskApi api;

    RiskClient(RiskApi api) {
        this.api = api;
    }

    @Override
    public Answer<Assessment> check(TradePlan plan) {
        return Asking.ask(TradeReason.RISK_UNAVAILABLE, () -> {
            RiskAssessment answer = api.check(request(plan));
            return assessment(answer, answer.allowed());
        });
    }

    @Override
    public Answer<Assessment> reserve(UUID orderId, Exposure exposure) {
        return Asking.ask(TradeReason.RISK_UNAVAILABLE, () -> {
            Reservation answer = api.reserve(new ReserveRequest(orderId, request(exposure)));
            if (answer.assessment() == null) {
                throw new ServiceUnavailableException("risk", Reason.ERROR, "its answer does not state the checks");
            }
            return assessment(answer.assessment(), answer.status() == ReservationStatus.RESERVED);
        });
    }

    private static RiskCheckRequest request(TradePlan plan) {
        TradeRequest trade = plan.idea().request().as(TradeRequest.class);
        return new RiskCheckRequest(
                plan.idea().account() instanceof AccountChoice.InBooks(String id) ? id : null,
                whatIf(plan),
                plan.idea().symbol(),
                side(plan.side()),
                plan.lots().value(),
                plan.idea().entryPrice(),
                plan.stopLossPrice(),
                trade.leverage(),
                trade.existingPositions(),
                plan.conversionPrices(),
                trade.strategy(),
                null,
                null,
                trade.asOf());
    }

    private static @Nullable WhatIfAccount whatIf(TradePlan plan) {
        return plan.idea().account() instanceof AccountChoice.Supposed supposed
                ? new WhatIfAccount(supposed.equity(), supposed.currency(), null, null, null)
                : null;
    }

    private static RiskCheckRequest request(Exposure exposure) {
        return new RiskCheckRequest(
                exposure.accountId(),
                null,
                exposure.symbol(),
                side(exposure.side()),
                exposure.lots().value(),
                exposure.entryPrice(),
                exposure.stopLossPrice(),
                exposure.leverage().isStated() ? exposure.leverage().value() : null,
                null,
                exposure.conversionPrices(),
                exposure.strategy(),
                null,
                null,
                null);
    }

    private static Assessment assessment(RiskAssessment answer, boolean allowed) {
        return new Assessment(allowed, answer.denials(), answer.warnings(), new Evidence(answer));
    }

    private static Side side(dev.tradesuite.instruments.Side side) {
        return Side.valueOf(side.name());
    }
}
