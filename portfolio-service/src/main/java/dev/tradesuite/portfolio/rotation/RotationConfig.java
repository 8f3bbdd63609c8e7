package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.TargetPortfolioStore;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.RestrictionService;
import dev.tradesuite.portfolio.lifecycle.TargetWeights;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.portfolio.optimisation.OptimisationService;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.portfolio.rotation.client.RotationApprovalsApi;
import dev.tradesuite.support.schedule.SharedTask;
import dev.tradesuite.support.schedule.SharedTimer;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Puts rotation together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RotationSettings.class)
@ImportHttpServices(group = "orchestrator", types = RotationApprovalsApi.class)
class RotationConfig {

    @Bean
    TargetWeights targetWeights(TargetPortfolios targets, TargetPortfolioStore store, Allocations allocations) {
        return new AllocationWeights(targets, store, allocations);
    }

    @Bean
    RotationRuleService rotationRuleService(RotationLimitsStore store, UnitOfWork work, Clock clock) {
        return new RotationRuleService(store, work, clock);
    }

    @Bean
    RotationReader rotationReader(
            StrategyStore strategies,
            ReturnReader returns,
            LifecycleService lifecycle,
            TargetWeights weights,
            ToldTradingStates states,
            Clock clock) {
        return new RotationReader(strategies, returns, lifecycle, weights, states, clock);
    }

    @Bean
    ProposalService.Parts proposalParts(
            StrategyStore strategies, ProposalStore proposals, RotationMarks marks, RotationEvents events) {
        return new ProposalService.Parts(strategies, proposals, marks, events);
    }

    @Bean
    ProposalService proposalService(
            RotationReader reader,
            RotationRuleService rules,
            LifecycleService lifecycle,
            TargetWeights weights,
            RotationApprovals approvals,
            ProposalService.Parts parts,
            UnitOfWork work,
            Clock clock) {
        return new ProposalService(reader, rules, lifecycle, weights, approvals, parts, work, clock);
    }

    @Bean
    RotationService rotationService(
            RotationReader reader,
            RotationRuleService rules,
            ProposalService proposals,
            StrategyStore strategies,
            ProposalStore store,
            RotationRunStore runs,
            RotationEvents events,
            OptimisationService optimiser,
            UnitOfWork work,
            Clock clock) {
        return new RotationService(
                reader,
                rules,
                proposals,
                new RotationService.Parts(strategies, store, runs, events),
                optimiser,
                work,
                clock);
    }

    @Bean
    RotationDue rotationDue(RotationMarks marks, RotationService rotation, ProposalService proposals) {
        return new RotationDue(marks, rotation, proposals);
    }

    @Bean
    SharedTimer rotationTimer(
            DataSource database,
            RotationDue due,
            RestrictionService restrictions,
            RotationSettings settings,
            Clock clock) {
        return new SharedTimer(
                database,
                new SharedTimer.Place(
                        "portfolio", "rotation_schedule", settings.enabled(), settings.poll(), settings.heartbeat()),
                List.of(
                        SharedTask.every("rotation-look", settings.look(), due::look, clock),
                        SharedTask.every("restriction-tell", settings.tell(), restrictions::send, clock)),
                clock);
    }

    @Bean
    HourlyTask rotationRetention(RotationRunStore runs, RotationSettings settings, Clock clock) {
        return new HourlyTask(
                "rotation-retention", () -> runs.forgetBefore(clock.instant().minus(settings.keep())));
    }
}
