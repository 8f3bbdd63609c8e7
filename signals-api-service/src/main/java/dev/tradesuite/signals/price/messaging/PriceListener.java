package dev.tradesuite.signals.price.messaging;

import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.price.QuoteWatch;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears every price between bars, from now on: each instance for itself, so each has a group of its own. */
@Component
class PriceListener {

    private static final String MARKET_PRICE = "market.price";

    private final Inbox inbox;
    private final LivePrices prices;
    private final QuoteWatch watch;

    PriceListener(Inbox inbox, LivePrices prices, QuoteWatch watch) {
        this.inbox = inbox;
        this.prices = prices;
        this.watch = watch;
    }

    // The topic may be younger than this service: it is looked for again soon.
    @KafkaListener(
            topics = Topics.MARKET_PRICES,
            groupId = "signals-api-service-prices-#{T(java.util.UUID).randomUUID()}",
            properties = {"auto.offset.reset=latest", "metadata.max.age.ms=5000"})
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(MARKET_PRICE)) {
            PriceTick tick = inbox.read(event, PriceTick.class);
            MarketQuote quote = new MarketQuote(tick.symbol(), tick.price(), tick.at());
            if (prices.heard(quote)) {
                watch.heard(quote, tick.label());
            }
        }
    }
}
