package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.ledger.prediction.Denial;
import dev.tradesuite.ledger.prediction.PaperOrder;
import dev.tradesuite.ledger.prediction.Portfolio;
import dev.tradesuite.ledger.prediction.Position;
import dev.tradesuite.ledger.prediction.RiskGate;
import dev.tradesuite.ledger.prediction.wire.PortfolioRecords;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The reservations of risk-service. */
@Component
final class RemoteRiskGate implements RiskGate {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteRiskGate.class);

    private final StakeApi risk;

    RemoteRiskGate(StakeApi risk) {
        this.risk = risk;
    }

    @Override
    public Verdict reserve(Portfolio books, PaperOrder order) {
        try {
            return verdict(risk.reserve(request(books, order)).reservations().getFirst());
        } catch (ServiceUnavailableException e) {
            return new Verdict.Unsure(String.valueOf(e.getMessage()));
        } catch (RemoteProblemException e) {
            LOG.warn("risk-service refuses to reserve for order {}: {}", order.id(), e.getMessage());
            return new Verdict.Unsure(String.valueOf(e.getMessage()));
        }
    }

    /** The books come along, and with them the orders they include: the next order must see the one before it. */
    private static ReserveStakesRequest request(Portfolio books, PaperOrder order) {
        return new ReserveStakesRequest(
                PortfolioRecords.account(books),
                books.positions().stream().map(Position::orderId).toList(),
                Long.toString(books.id()),
                books.strategyType(),
                List.of(new ReserveStakesRequest.Stake(
                        order.id(),
                        order.terms().market().marketId(),
                        order.terms().cost())));
    }

    private static Verdict verdict(Reservation reservation) {
        return switch (reservation.status()) {
            case RESERVED, CONFIRMED -> new Verdict.Reserved();
            case DENIED -> new Verdict.Denied(denials(reservation.assessment()));
            case IN_BOOKS, RELEASED ->
                new Verdict.Denied(List.of(new Denial(
                        PortfolioReason.INTERRUPTED.name(),
                        "the reservation of the order is %s already".formatted(reservation.status()))));
        };
    }

    private static List<Denial> denials(@Nullable RiskAssessment assessment) {
        return assessment == null
                ? List.of()
                : assessment.denials().stream()
                        .map(reason -> new Denial(reason.code(), reason.message()))
                        .toList();
    }
}
