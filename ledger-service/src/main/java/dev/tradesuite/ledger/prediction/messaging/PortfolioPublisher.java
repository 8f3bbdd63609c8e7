package dev.tradesuite.ledger.prediction.messaging;

import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.PortfolioTraded;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.PortfolioEvents;
import dev.tradesuite.ledger.prediction.web.PortfolioMapper;
import dev.tradesuite.support.event.Events;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On {@code ledger.events}, through the outbox: facts about a portfolio keyed by its number, and what risk-service
 * keeps in step with keyed by the account it knows the portfolio by.
 */
@Component
final class PortfolioPublisher implements PortfolioEvents {

    private final Events events;
    private final Clock clock;

    PortfolioPublisher(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void changed(ManagedPortfolio portfolio) {
        publish(portfolio, "portfolio.changed", PortfolioMapper.of(portfolio));
    }

    @Override
    public void traded(ManagedPortfolio portfolio, List<OutcomeTrade> trades) {
        publish(
                portfolio,
                "portfolio.traded",
                new PortfolioTraded(
                        portfolio.id(),
                        trades.stream()
                                .map(trade -> PortfolioMapper.of(portfolio.id(), trade))
                                .toList()));
    }

    @Override
    public void snapshotTaken(ManagedPortfolio portfolio, DailySnapshot snapshot) {
        publish(portfolio, "portfolio.snapshot", PortfolioMapper.of(portfolio.id(), snapshot));
    }

    private void publish(ManagedPortfolio portfolio, String type, Object data) {
        events.publish(Topics.LEDGER_EVENTS, Long.toString(portfolio.id()), type, data);
    }

    @Override
    public void valued(ManagedPortfolio portfolio) {
        account(portfolio, null);
    }

    /** The size of a stake is its amount, and so is what the books include of it. */
    @Override
    public void filled(ManagedPortfolio portfolio, List<OutcomeOrder> orders) {
        orders.forEach(order -> account(
                portfolio,
                new AccountUpdated.BookedFill(
                        order.id(), order.id(), order.terms().cost(), true)));
    }

    private void account(ManagedPortfolio portfolio, AccountUpdated.@Nullable BookedFill fill) {
        events.publish(
                Topics.LEDGER_EVENTS,
                portfolio.riskAccountId(),
                "account.updated",
                new AccountUpdated(PortfolioMapper.account(portfolio), fill));
    }

    @Override
    public void closed(OutcomeOrder order, Reason why) {
        String account = ManagedPortfolio.riskAccountId(order.portfolioId());
        events.publish(
                Topics.LEDGER_EVENTS,
                account,
                "order.closed",
                new OrderClosed(
                        order.id(),
                        order.id().toString(),
                        account,
                        order.terms().market().marketId(),
                        OrderStatus.CANCELLED,
                        BigDecimal.ZERO,
                        why,
                        clock.instant(),
                        null));
    }
}
