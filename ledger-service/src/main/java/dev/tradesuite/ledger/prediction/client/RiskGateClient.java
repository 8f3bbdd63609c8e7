package dev.tradesuite.ledger.prediction.client;

import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.RiskGate;
import dev.tradesuite.ledger.prediction.web.PortfolioMapper;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The reservations of risk-service. */
@Component
final class RiskGateClient implements RiskGate {

    private static final Logger LOG = LoggerFactory.getLogger(RiskGateClient.class);

    private final StakeApi risk;

    RiskGateClient(StakeApi risk) {
        this.risk = risk;
    }

    @Override
    public Map<UUID, Verdict> reserve(ManagedPortfolio portfolio, List<OutcomeOrder> orders) {
        try {
            Map<UUID, Reservation> reservations = risk.reserve(request(portfolio, orders)).reservations().stream()
                    .collect(Collectors.toMap(Reservation::orderId, Function.identity()));
            return verdicts(orders, order -> verdict(reservations.get(order.id())));
        } catch (ServiceUnavailableException e) {
            return unsure(orders, e);
        } catch (RemoteProblemException e) {
            LOG.warn(
                    "risk-service refuses to reserve for {} orders of portfolio {}: {}",
                    orders.size(),
                    portfolio.id(),
                    e.getMessage());
            return unsure(orders, e);
        }
    }

    /** The books come along, and with them the orders they include: the next orders must see the ones before them. */
    private static ReserveStakesRequest request(ManagedPortfolio portfolio, List<OutcomeOrder> orders) {
        return new ReserveStakesRequest(
                PortfolioMapper.account(portfolio),
                portfolio.books().positions().stream()
                        .map(OutcomePosition::orderId)
                        .toList(),
                Long.toString(portfolio.id()),
                portfolio.strategyType(),
                orders.stream()
                        .map(order -> new ReserveStakesRequest.Stake(
                                order.id(),
                                order.terms().market().marketId(),
                                order.terms().side(),
                                staked(portfolio, order)))
                        .toList());
    }

    /** What an order puts at stake; for a SELL, what was paid for the position it closes. */
    private static BigDecimal staked(ManagedPortfolio portfolio, OutcomeOrder order) {
        String market = order.terms().market().marketId();
        return order.terms().side() == Side.BUY
                ? order.terms().cost()
                : portfolio.books().positions().stream()
                        .filter(position -> position.market().marketId().equals(market))
                        .map(position -> position.purchase().cost())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("nothing is held in market " + market));
    }

    private static Map<UUID, Verdict> unsure(List<OutcomeOrder> orders, Exception why) {
        return verdicts(orders, _ -> new Verdict.Unsure(String.valueOf(why.getMessage())));
    }

    private static Map<UUID, Verdict> verdicts(List<OutcomeOrder> orders, Function<OutcomeOrder, Verdict> verdict) {
        return orders.stream().collect(Collectors.toMap(OutcomeOrder::id, verdict));
    }

    private static Verdict verdict(@Nullable Reservation reservation) {
        if (reservation == null) {
            return new Verdict.Unsure("risk-service says nothing of the order");
        }
        return switch (reservation.status()) {
            case RESERVED, CONFIRMED -> new Verdict.Reserved();
            case DENIED -> new Verdict.Denied(denials(reservation.assessment()));
            case IN_BOOKS, RELEASED ->
                new Verdict.Denied(List.of(new Reason(
                        PortfolioReason.INTERRUPTED.name(),
                        "the reservation of the order is %s already".formatted(reservation.status()))));
        };
    }

    private static List<Reason> denials(@Nullable RiskAssessment assessment) {
        return assessment == null ? List.of() : assessment.denials();
    }
}
