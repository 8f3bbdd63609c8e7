package dev.tradesuite.portfolio.monitoring.messaging;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.PortfolioLimitChanged;
import dev.tradesuite.portfolio.monitoring.JudgedLimit;
import dev.tradesuite.portfolio.monitoring.LiveRisk;
import dev.tradesuite.portfolio.monitoring.MonitoringEvents;
import dev.tradesuite.portfolio.monitoring.web.LiveRiskMapper;
import dev.tradesuite.support.event.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of accounts, by account, through the outbox. */
@Component
final class MonitoringPublisher implements MonitoringEvents {

    private final Events events;

    MonitoringPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void limitChanged(String accountId, JudgedLimit limit, boolean breached, Instant at) {
        events.publish(
                Topics.PORTFOLIO_EVENTS,
                accountId,
                breached ? "portfolio.limit_breached" : "portfolio.limit_kept",
                event(accountId, limit, breached, at));
    }

    @Override
    public void told(LiveRisk risk) {
        events.publish(Topics.PORTFOLIO_EVENTS, risk.accountId(), "portfolio.state", LiveRiskMapper.state(risk));
        events.publish(Topics.PORTFOLIO_EVENTS, risk.accountId(), "portfolio.risk", LiveRiskMapper.risk(risk));
    }

    static PortfolioLimitChanged event(String accountId, JudgedLimit limit, boolean breached, Instant at) {
        return new PortfolioLimitChanged(
                accountId,
                limit.limit(),
                breached,
                limit.measured().isPresent() ? limit.measured().getAsDouble() : null,
                limit.allowed(),
                limit.subject().orElse(null),
                at);
    }
}
