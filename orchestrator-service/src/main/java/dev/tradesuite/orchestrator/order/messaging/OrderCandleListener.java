package dev.tradesuite.orchestrator.order.messaging;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.orchestrator.order.CandleFills;
import dev.tradesuite.support.event.Inbox;
import dev.tradesuite.support.event.Plausible;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets closed candles fill the orders that wait for them. */
@Component
final class OrderCandleListener {

    private static final String CONSUMER = "paper-broker";

    private final CandleFills fills;
    private final Inbox inbox;

    OrderCandleListener(CandleFills fills, Inbox inbox) {
        this.fills = fills;
        this.inbox = inbox;
    }

    @KafkaListener(topics = Topics.MARKET_BARS, groupId = "orchestrator-service")
    void on(EventEnvelope<JsonNode> event) {
        if (!event.type().equals("candle.closed")) {
            return;
        }
        CandleClosed closed = inbox.read(event, CandleClosed.class);
        Plausible.candle(closed);
        BrokerCandle candle = candle(closed);
        // Most candles concern no order; they cost a look and no transaction.
        if (fills.waitsFor(candle)) {
            inbox.once(CONSUMER, event, () -> fills.onCandle(candle));
        }
    }

    private static BrokerCandle candle(CandleClosed closed) {
        Candle candle = closed.candle();
        return new BrokerCandle(
                closed.symbol(),
                candle.openTime(),
                candle.openTime().plus(closed.timeframe().length()),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close());
    }
}
