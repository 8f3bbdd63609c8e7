package dev.tradesuite.signals.book.messaging;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.signals.book.client.SignalBarMapper;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Books every bar that arrives with its signals. The instances of this service share the symbols, so the bars of one
 * symbol are booked one after the other.
 *
 * <p>Needs no inbox: a bar at or before the newest one booked changes nothing.
 */
@Component
class SignalBarListener {

    private static final String BAR_SIGNALS = "bar.signals";

    private final Inbox inbox;
    private final BarBookingService books;
    private final SignalBarMapper mapper;

    SignalBarListener(Inbox inbox, BarBookingService books, SignalBarMapper mapper) {
        this.inbox = inbox;
        this.books = books;
        this.mapper = mapper;
    }

    @KafkaListener(topics = Topics.BRAIN_SIGNALS, groupId = "signals-api-service")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(BAR_SIGNALS)) {
            books.book(mapper.bar(inbox.read(event, BarSignals.class)));
        }
    }
}
