package dev.tradesuite.risk.exposure.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.risk.exposure.AccountBooks;
import dev.tradesuite.risk.exposure.wire.BooksReports;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes in what the books report, and which orders of portfolios came to nothing. */
@Component
class PortfolioEvents {

    private static final String CONSUMER = "risk-books";

    private final Inbox inbox;
    private final AccountBooks books;
    private final OrderEnds ends;

    PortfolioEvents(Inbox inbox, AccountBooks books, OrderEnds ends) {
        this.inbox = inbox;
        this.books = books;
        this.ends = ends;
    }

    @KafkaListener(topics = Topics.LEDGER_EVENTS, groupId = "risk-service")
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "account.updated" -> receive(event);
            case "order.closed" -> ends.take(CONSUMER, event);
            default -> {
                // Others of the topic are for others.
            }
        }
    }

    private void receive(EventEnvelope<JsonNode> event) {
        AccountUpdated updated = inbox.read(event, AccountUpdated.class);
        if (updated.account() == null) {
            throw new IllegalArgumentException("account.updated without an account");
        }
        inbox.once(
                CONSUMER, event, () -> books.receive(BooksReports.read(updated.account()), BooksReports.fill(updated)));
    }
}
