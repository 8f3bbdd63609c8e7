package dev.tradesuite.orchestrator.difference;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.trade.TradeAccounts;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What brokers hold, beside the books. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DifferenceSettings.class)
class DifferenceConfig {

    static final String TASK = "position-comparison";

    @Bean
    PositionComparison positionComparison(
            PositionGaps gaps,
            PositionGapEvents events,
            Brokers brokers,
            TradeAccounts accounts,
            UnitOfWork work,
            DifferenceSettings settings,
            Clock clock) {
        return new PositionComparison(gaps, events, brokers, accounts, work, settings.grace(), clock);
    }

    /** One instance at a time. */
    @Bean
    RecurringTask<Void> positionComparisonTask(PositionComparison comparison, DifferenceSettings settings) {
        return Tasks.recurring(TASK, FixedDelay.of(settings.interval())).execute((_, _) -> comparison.run());
    }
}
