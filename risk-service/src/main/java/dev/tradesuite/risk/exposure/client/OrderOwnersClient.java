package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.Order;
import dev.tradesuite.risk.check.OrderSize;
import dev.tradesuite.risk.exposure.OrderOwners;
import dev.tradesuite.risk.exposure.ReservedOrder;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Orders in lots are the orchestrator's; stakes are orders of portfolios, and those are ledger-service's. */
@Component
class OrderOwnersClient implements OrderOwners {

    private final ReservedOrdersApi orders;
    private final ReservedStakesApi stakes;

    OrderOwnersClient(ReservedOrdersApi orders, ReservedStakesApi stakes) {
        this.orders = orders;
        this.stakes = stakes;
    }

    @Override
    public Answer ask(ReservedOrder order) {
        UUID id = order.orderId();
        return switch (order.size()) {
            case OrderSize.Volume _ -> answer(() -> read(orders.order(id)));
            case OrderSize.Notional(BigDecimal stake) -> {
                String portfolio = order.portfolioId();
                yield portfolio == null
                        ? new Answer.Unavailable("nobody is known to own order " + id)
                        : answer(() -> read(stakes.order(portfolio, id), stake));
            }
        };
    }

    private static Answer answer(Supplier<Answer> question) {
        try {
            return question.get();
        } catch (RemoteProblemException e) {
            return e.status() == HttpStatus.NOT_FOUND.value()
                    ? new Answer.NoSuchOrder()
                    : new Answer.Unavailable(String.valueOf(e.getMessage()));
        } catch (ServiceUnavailableException e) {
            return new Answer.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static Answer read(Order order) {
        return switch (order.status()) {
            case FILLED -> new Answer.Filled(order.filledLots());
            case DENIED, REJECTED, CANCELLED, EXPIRED -> {
                Reason reason = order.reason();
                yield new Answer.Ended(
                        order.filledLots(), reason == null ? "its order is " + order.status() : reason.message());
            }
            default -> new Answer.Open();
        };
    }

    private static Answer read(PortfolioOrder order, BigDecimal stake) {
        return switch (order.status()) {
            case NEW -> new Answer.Open();
            case FILLED -> new Answer.Filled(stake);
            case DENIED, CANCELLED ->
                new Answer.Ended(
                        BigDecimal.ZERO,
                        order.reasons().stream().map(Reason::message).collect(Collectors.joining("; ")));
        };
    }
}
