package dev.tradesuite.signals.card;

import dev.tradesuite.signals.card.client.DecidingModelsApi;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Puts the cards of the models together. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "brain", types = DecidingModelsApi.class)
class CardConfig {

    @Bean
    CardService cardService(DecidingModels brain, Clock clock) {
        return new CardService(brain, Thread.ofVirtual().name("cards-", 0)::start, clock);
    }
}
