package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.support.event.Inbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Books every fill the orchestrator reports, and keeps which of its orders work to close a position.
 *
 * <p>A fill has one identity, and the books take it once, in whatever event it comes. What protects a position comes
 * whole with each event and is taken once from each, so that a repeat brings nothing back.
 */
@Component
class OrderListener {

    private static final String CONSUMER = "ledger-service";

    private final Inbox inbox;
    private final BookingService books;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    OrderListener(Inbox inbox, BookingService books, InstrumentCatalog catalog, Clock clock) {
        this.inbox = inbox;
        this.books = books;
        this.catalog = catalog;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.ORDERS_EVENTS, groupId = CONSUMER)
    void on(EventEnvelope<JsonNode> event) {
        switch (event.type()) {
            case "order.filled" -> {
                OrderFilled filled = inbox.read(event, OrderFilled.class);
                PlausibleFill.check(filled, clock.instant());
                catalog.find(filled.symbol())
                        .ifPresent(instrument -> PlausibleFill.checkCommission(filled, instrument));
                inbox.once(CONSUMER, event, () -> filled(filled));
            }
            case "order.closed" -> {
                OrderClosed closed = inbox.read(event, OrderClosed.class);
                FillMapper.protection(closed.symbol(), closed.protection())
                        .ifPresent(orders -> protect(event, closed.accountId(), closed.symbol(), orders));
            }
            case "order.protection" -> {
                ProtectionChanged changed = inbox.read(event, ProtectionChanged.class);
                FillMapper.protection(changed.symbol(), changed.protection())
                        .ifPresent(orders -> protect(event, changed.accountId(), changed.symbol(), orders));
            }
            default -> {
                // Others of the topic are for others.
            }
        }
    }

    private void filled(OrderFilled filled) {
        Optional<List<ProtectiveOrder>> protection = FillMapper.protection(filled.symbol(), filled.protection());
        if (books.book(FillMapper.fill(filled, catalog), protection).isEmpty()) {
            // It was asked for before its event came; what protects the position is told by the event alone.
            protection.ifPresent(orders -> books.protect(filled.accountId(), filled.symbol(), orders));
        }
    }

    private void protect(EventEnvelope<JsonNode> event, String account, String symbol, List<ProtectiveOrder> orders) {
        inbox.once(CONSUMER, event, () -> books.protect(account, symbol, orders));
    }
}
