package dev.tradesuite.ledger.prediction.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.ledger.prediction.Announcements;
import dev.tradesuite.ledger.prediction.Denial;
import dev.tradesuite.ledger.prediction.PaperOrder;
import dev.tradesuite.ledger.prediction.Portfolio;
import dev.tradesuite.ledger.prediction.Snapshot;
import dev.tradesuite.ledger.prediction.Trade;
import dev.tradesuite.ledger.prediction.wire.PortfolioRecords;
import dev.tradesuite.support.event.Events;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On {@code ledger.events}, through the outbox: facts about a portfolio keyed by its number, and what risk-service
 * keeps in step with keyed by the account it knows the portfolio by.
 */
@Component
final class PublishedAnnouncements implements Announcements {

    private final Events events;
    private final Clock clock;

    PublishedAnnouncements(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void changed(Portfolio portfolio) {
        publish(portfolio, "portfolio.changed", PortfolioRecords.of(portfolio));
    }

    @Override
    public void traded(Portfolio portfolio, Trade trade) {
        publish(portfolio, "portfolio.traded", PortfolioRecords.of(portfolio.id(), trade));
    }

    @Override
    public void taken(Portfolio portfolio, Snapshot snapshot) {
        publish(portfolio, "portfolio.snapshot", PortfolioRecords.of(portfolio.id(), snapshot));
    }

    private void publish(Portfolio portfolio, String type, Object data) {
        events.publish(Topics.LEDGER_EVENTS, Long.toString(portfolio.id()), type, data);
    }

    @Override
    public void valued(Portfolio portfolio) {
        account(portfolio, null);
    }

    /** The size of a stake is its amount, and so is what the books include of it. */
    @Override
    public void filled(Portfolio portfolio, PaperOrder order) {
        account(
                portfolio,
                new AccountUpdated.BookedFill(
                        order.id(), order.id(), order.terms().cost(), true));
    }

    private void account(Portfolio portfolio, AccountUpdated.@Nullable BookedFill fill) {
        events.publish(
                Topics.LEDGER_EVENTS,
                portfolio.riskAccountId(),
                "account.updated",
                new AccountUpdated(PortfolioRecords.account(portfolio), fill));
    }

    @Override
    public void closed(PaperOrder order, Denial why) {
        String account = Portfolio.riskAccountId(order.portfolioId());
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
                        new Reason(why.code(), why.message()),
                        clock.instant()));
    }
}
