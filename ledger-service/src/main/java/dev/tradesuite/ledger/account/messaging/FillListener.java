package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.Remarking;
import dev.tradesuite.support.event.Inbox;
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
    private final Remarking remarking;
    private final InstrumentCatalog catalog;

    FillListener(Inbox inbox, BookingService books, Remarking remarking, InstrumentCatalog catalog) {
        this.inbox = inbox;
        this.books = books;
        this.remarking = remarking;
        this.catalog = catalog;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = "ledger-service")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(ORDER_FILLED)) {
            Fill fill = FillMapper.fill(inbox.read(event, OrderFilled.class), catalog);
            books.book(fill);
            // The fill's price is a mark for every other account that holds the instrument.
            remarking.repriced(fill.instrument().symbol());
        }
    }
}
