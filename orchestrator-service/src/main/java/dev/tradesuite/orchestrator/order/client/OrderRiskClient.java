package dev.tradesuite.orchestrator.order.client;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderReservations;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reservations over HTTP. */
@Component
final class OrderRiskClient implements OrderReservations {

    private final OrderRiskApi api;
    private final Brokers brokers;
    private final InstrumentCatalog catalog;

    OrderRiskClient(OrderRiskApi api, Brokers brokers, InstrumentCatalog catalog) {
        this.api = api;
        this.brokers = brokers;
        this.catalog = catalog;
    }

    @Override
    public Outcome reserve(TradeOrder order, TradeOrder replaced) {
        return outcome(new ReserveRequest(
                order.id(),
                trade(order.origin(), order.terms(), order.wantedPrice(), stopLoss(order), reduces(order)),
                null,
                new ReserveRequest.Replaced(replaced.id(), replaced.filledLots().value())));
    }

    @Override
    public Outcome mayProtect(OrderOrigin origin, TradeTerms leg, BigDecimal price) {
        return outcome(new ReserveRequest(Ids.next(), trade(origin, leg, price, null, null), true, null));
    }

    private Outcome outcome(ReserveRequest request) {
        try {
            Reservation answer = api.reserve(request);
            return answer.status() == ReservationStatus.RESERVED
                    ? new Outcome.Reserved()
                    : new Outcome.Denied(denial(answer));
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            return new Outcome.Unanswered(TradeReason.RISK_UNAVAILABLE.reason(
                    "%s %s.".formatted(TradeReason.RISK_UNAVAILABLE.sentence(), e.getMessage())));
        }
    }

    private static RiskCheckRequest trade(
            OrderOrigin origin,
            TradeTerms terms,
            BigDecimal price,
            @Nullable BigDecimal stopLossPrice,
            @Nullable Reduction reduces) {
        return new RiskCheckRequest(
                origin.accountId(),
                null,
                terms.symbol(),
                terms.side(),
                terms.lots().value(),
                price,
                stopLossPrice,
                origin.leverage().isStated() ? origin.leverage().value() : null,
                null,
                origin.conversionPrices(),
                origin.strategy(),
                null,
                null,
                null,
                reduces);
    }

    /** What an order may only reduce; absent for one that opens something. */
    private @Nullable Reduction reduces(TradeOrder order) {
        if (!order.terms().reduceOnly()) {
            return null;
        }
        boolean apart = brokers.of(order).capabilities().keepsHoldings()
                && !HeldLots.isNobody(order.origin().strategy());
        return apart ? Reduction.HOLDING : Reduction.POSITION;
    }

    /** The stop of the position to come: at its price, or at the distance at which it will follow. */
    private @Nullable BigDecimal stopLoss(TradeOrder order) {
        BigDecimal stated = order.terms().protection().stopLossPrice();
        Pips distance = order.terms().protection().trailingStop();
        if (stated != null || distance == null) {
            return stated;
        }
        return catalog.find(order.terms().symbol())
                .flatMap(instrument -> instrument.stopPrice(order.terms().side(), order.expectedFill(), distance))
                .orElse(null);
    }

    private static Reason denial(Reservation answer) {
        List<Reason> denials =
                answer.assessment() == null ? List.of() : answer.assessment().denials();
        return denials.isEmpty() ? TradeReason.RISK_DENIED.reason() : denials.getFirst();
    }
}
