package dev.tradesuite.orchestrator.schedule.messaging;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import dev.tradesuite.orchestrator.schedule.ScheduleService;
import dev.tradesuite.support.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets the schedules follow the portfolios. */
@Component
final class PortfolioListener {

    private static final String CONSUMER = "cycle-schedule";

    private final ScheduleService schedules;
    private final Inbox inbox;

    PortfolioListener(ScheduleService schedules, Inbox inbox) {
        this.schedules = schedules;
        this.inbox = inbox;
    }

    @KafkaListener(topics = Topics.LEDGER_EVENTS, groupId = "orchestrator-service-schedule")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals("portfolio.changed")) {
            Portfolio portfolio = inbox.read(event, Portfolio.class);
            inbox.once(CONSUMER, event, () -> schedules.learn(ref(portfolio)));
        }
    }

    private static PortfolioRef ref(Portfolio portfolio) {
        return new PortfolioRef(
                portfolio.portfolioId(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.schedule(),
                portfolio.sequence());
    }
}
