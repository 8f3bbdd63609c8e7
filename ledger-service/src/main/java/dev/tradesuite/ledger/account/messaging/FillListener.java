package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.support.event.Inbox;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Books every fill the orchestrator reports.
 *
 * <p>Makes no note in the inbox: a fill has one identity, and the books take it once, in whatever event it comes.
 */
@Component
class FillListener {

    private static final String ORDER_FILLED = "order.filled";

    private final Inbox inbox;
    private final BookingService books;
    private final InstrumentCatalog catalog;

    FillListener(Inbox inbox, BookingService books, InstrumentCatalog catalog) {
        this.inbox = inbox;
        this.books = books;
        this.catalog = catalog;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = "ledger-service")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(ORDER_FILLED)) {
            books.book(FillMapper.fill(inbox.read(event, OrderFilled.class), catalog), Optional.empty());
        }
    }
}
