package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.portfolio.lifecycle.client.StrategyStatesApi;
import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the lifecycle. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "risk", types = StrategyStatesApi.class)
class LifecycleConfig {

    @Bean
    KafkaAdmin.NewTopics portfolioTopics() {
        return EventTopics.of(Topics.PORTFOLIO_EVENTS);
    }

    @Bean
    EvidenceService evidenceService(ReturnReader returns, LastFetches fetches) {
        return new EvidenceService(returns, fetches);
    }

    @Bean
    LifecycleService.Parts lifecycleParts(
            LifecycleLog log,
            EvidenceRulesStore rules,
            LifecycleEvents events,
            RestrictionStore restrictions,
            TargetWeights weights) {
        return new LifecycleService.Parts(log, rules, events, new Consequences(restrictions, weights));
    }

    @Bean
    RestrictionService restrictionService(RestrictionStore store, StrategyTradingStates states, Clock clock) {
        return new RestrictionService(store, states, clock);
    }

    @Bean
    LifecycleService lifecycleService(
            StrategyStore strategies,
            EvidenceService evidence,
            LifecycleService.Parts parts,
            UnitOfWork work,
            Clock clock) {
        return new LifecycleService(strategies, evidence, parts, work, clock);
    }
}
