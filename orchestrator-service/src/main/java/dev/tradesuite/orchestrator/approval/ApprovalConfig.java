package dev.tradesuite.orchestrator.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.approval.web.ApprovalMapper;
import dev.tradesuite.orchestrator.order.OrderSizeLimit;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.orchestrator.trade.TradeApprovals;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.idempotency.StoredAnswers;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** What waits for a person. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
class ApprovalConfig {

    static final String SWEEP = "approval-sweep";

    private static final Duration EXPIRED_OF_LATE = Duration.ofDays(1);

    @Bean
    KafkaAdmin.NewTopics approvalTopics() {
        return EventTopics.of(Topics.APPROVALS_EVENTS);
    }

    @Bean
    ApprovalRules approvalRules(ApprovalSettings settings) {
        return new ApprovalRules(settings.expiresIn(), settings.fourEyes());
    }

    @Bean
    ApprovalBook approvalBook(Approvals approvals, ApprovalEvents events, UnitOfWork work) {
        return new ApprovalBook(approvals, events, work);
    }

    @Bean
    OrderSizeLimit orderSizeLimit(ApprovalSettings settings, InstrumentCatalog catalog) {
        return new ChangeApprovalGate(limit(settings), new TradeWorth(catalog));
    }

    @Bean
    ApprovedOrders approvedOrders(Approvals approvals, RebalancingTexts texts, Clock clock) {
        return new ApprovedOrders(approvals, texts, clock);
    }

    @Bean
    TradeApprovals tradeApprovals(
            ApprovalSettings settings,
            ApprovalRules rules,
            InstrumentCatalog catalog,
            ApprovalBook book,
            TradeTexts texts,
            ApprovedOrders approved,
            Clock clock) {
        return new TradeApprovalGate(
                limit(settings), rules, new TradeWorth(catalog), book, texts, approved, Ids::next, clock);
    }

    @Bean
    ApprovedTrades approvedTrades(
            Approvals approvals,
            ApprovalBook book,
            TradeTexts texts,
            DecisionService decisions,
            NewestPrice prices,
            ApprovalSettings settings,
            Clock clock) {
        return new ApprovedTrades(approvals, book, texts, decisions, prices, settings.maxMovePercent(), clock);
    }

    @Bean
    ApprovalService approvalService(
            Approvals approvals,
            ApprovalBook book,
            ApprovedTrades trades,
            UnitOfWork work,
            ApprovalRules rules,
            Clock clock) {
        return new ApprovalService(approvals, book, trades, work, rules, Ids::next, clock);
    }

    @Bean
    InterruptedApprovals interruptedApprovals(
            Approvals approvals,
            ApprovalBook book,
            ApprovedTrades trades,
            TradeOrders orders,
            ApprovalSettings settings,
            Clock clock) {
        return new InterruptedApprovals(approvals, book, trades, orders, settings.grace(), clock);
    }

    @Bean
    ApprovalMeter approvalMeter(Approvals approvals, Clock clock) {
        return new ApprovalMeter(approvals, clock);
    }

    /**
     * Tells how approvals stand. Whatever that is, the service works: persons who decide nothing make no instance
     * unfit. Interrupted ones are ended by the sweep; some that stay say that no instance sweeps.
     */
    @Bean
    HealthIndicator approvalsHealthIndicator(Approvals approvals, ApprovalSettings settings, Clock clock) {
        return () -> {
            Instant now = clock.instant();
            try {
                Approvals.Standing standing =
                        approvals.standing(now.minus(EXPIRED_OF_LATE), now.minus(settings.grace()));
                return Health.up()
                        .withDetail("pending", standing.pending())
                        .withDetail("expired_last_24_hours", standing.expired())
                        .withDetail("interrupted", standing.interrupted())
                        .build();
            } catch (RuntimeException _) {
                // A database that does not answer tells so itself.
                return Health.unknown()
                        .withDetail("failure", "the database does not answer")
                        .build();
            }
        };
    }

    /** One instance at a time looks for what nobody has decided in time, and for what was interrupted. */
    @Bean
    RecurringTask<Void> approvalSweep(
            ApprovalService service, InterruptedApprovals interrupted, ApprovalSettings settings) {
        return Tasks.recurring(SWEEP, FixedDelay.of(settings.sweep())).execute((_, _) -> {
            service.expireOverdue();
            interrupted.end();
        });
    }

    /** A repeat of a decision is answered with the approval, once it is known what became of it. */
    @Bean
    StoredAnswers approvalsAsAnswers(Approvals approvals, ApprovalMapper mapper) {
        return id -> approvals.find(id).filter(found -> found.endedAt() != null).map(mapper::written);
    }

    @Bean
    HourlyTask approvalRetention(Approvals approvals, ApprovalSettings settings, Clock clock) {
        return new HourlyTask(
                "approval-retention",
                () -> approvals.forgetEndedBefore(clock.instant().minus(settings.keep())));
    }

    private static ApprovalLimit limit(ApprovalSettings settings) {
        try {
            return ApprovalLimit.parse(settings.above());
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.orchestrator.approval.above: %s".formatted(mistake.getMessage()), "Correct the setting.");
        }
    }
}
