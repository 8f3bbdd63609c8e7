package dev.tradesuite.portfolio.monitoring.messaging;

import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.portfolio.monitoring.LiveMemory;
import dev.tradesuite.portfolio.monitoring.PricePoint;
import dev.tradesuite.portfolio.monitoring.client.WatchedAccountMapper;
import dev.tradesuite.support.event.Inbox;
import dev.tradesuite.support.event.Plausible;
import java.time.Clock;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Hears of accounts and prices, from now on: each instance for itself, so each has groups of its own.
 *
 * <p>Needs no inbox: of two reports the newer counts. What was missed meanwhile the books tell when they are asked
 * next.
 */
@Component
class WatchedBooksListener {

    private final Inbox inbox;
    private final LiveMemory memory;
    private final Clock clock;

    WatchedBooksListener(Inbox inbox, LiveMemory memory, Clock clock) {
        this.inbox = inbox;
        this.memory = memory;
        this.clock = clock;
    }

    @KafkaListener(
            topics = Topics.LEDGER_EVENTS,
            groupId = "portfolio-service-monitoring-#{T(java.util.UUID).randomUUID()}",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void onBooks(EventEnvelope<JsonNode> event) {
        if (event.type().equals("account.updated")) {
            AccountUpdated updated = inbox.read(event, AccountUpdated.class);
            memory.heard(WatchedAccountMapper.account(updated.account()), clock.instant());
        }
    }

    @KafkaListener(
            topics = Topics.MARKET_PRICES,
            groupId = "portfolio-service-prices-#{T(java.util.UUID).randomUUID()}",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void onPrice(EventEnvelope<JsonNode> event) {
        if (event.type().equals("market.price")) {
            PriceTick tick = inbox.read(event, PriceTick.class);
            Plausible.positive(tick.price(), "price");
            if (!tick.at().isAfter(clock.instant())) {
                memory.heard(tick.symbol(), new PricePoint(tick.price(), tick.at()));
            }
        }
    }
}
