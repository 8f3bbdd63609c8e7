package dev.tradesuite.risk.config;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.risk.check.Accounts;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.LatestPrices;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.ReturnPeriod;
import dev.tradesuite.risk.check.RiskDay;
import dev.tradesuite.risk.check.TradeCheck;
import dev.tradesuite.risk.check.client.BrainPricesApi;
import dev.tradesuite.risk.correlation.CloseSource;
import dev.tradesuite.risk.correlation.CorrelationBook;
import dev.tradesuite.risk.correlation.CorrelationRules;
import dev.tradesuite.risk.correlation.client.BrainClosesApi;
import dev.tradesuite.risk.exposure.AccountBooks;
import dev.tradesuite.risk.exposure.AccountLimits;
import dev.tradesuite.risk.exposure.BooksSource;
import dev.tradesuite.risk.exposure.DayRoll;
import dev.tradesuite.risk.exposure.Guard;
import dev.tradesuite.risk.exposure.RememberedAccounts;
import dev.tradesuite.risk.exposure.Reservations;
import dev.tradesuite.risk.exposure.RiskEvents;
import dev.tradesuite.risk.exposure.RiskMemory;
import dev.tradesuite.risk.exposure.client.LedgerApi;
import dev.tradesuite.risk.limit.Limits;
import dev.tradesuite.risk.limit.StateEvents;
import dev.tradesuite.risk.limit.TradingStateStore;
import dev.tradesuite.risk.limit.TradingStates;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.event.EventTopics;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the objects of the domain from the settings and the adapters. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(RiskSettings.class)
@ImportHttpServices(
        group = "brain",
        types = {BrainPricesApi.class, BrainClosesApi.class})
@ImportHttpServices(group = "ledger", types = LedgerApi.class)
class RiskConfiguration {

    @Bean
    Limits defaultLimits(RiskSettings settings) {
        RiskSettings.Limits limits = settings.limits();
        try {
            return new Limits(
                    limits.dailyLossPercent(),
                    limits.drawdownPercent(),
                    limits.positionSizePercent(),
                    limits.marginPercent(),
                    limits.correlation(),
                    limits.currencyExposurePercent());
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.risk.limits: " + mistake.getMessage(),
                    "Correct the setting; percentages are numbers like 5.");
        }
    }

    @Bean
    RiskDay riskDay(RiskSettings settings) {
        return new RiskDay(settings.dayRollsAt());
    }

    @Bean
    PreTradeChecks preTradeChecks(RiskSettings settings, RiskDay riskDay) {
        return new PreTradeChecks(settings.maxEquityAge(), riskDay);
    }

    @Bean
    CorrelationBook correlations(RiskSettings settings, CloseSource closes, Clock clock) {
        RiskSettings.Correlation correlation = settings.correlation();
        SimpleAsyncTaskExecutor background = new SimpleAsyncTaskExecutor("correlation-");
        background.setVirtualThreads(true);
        return new CorrelationBook(closes, rules(correlation), clock, correlation.pairs(), background);
    }

    private static CorrelationRules rules(RiskSettings.Correlation correlation) {
        try {
            return new CorrelationRules(
                    new ReturnPeriod(
                            correlation.timeframe().name(),
                            correlation.timeframe().length()),
                    correlation.window(),
                    correlation.minReturns(),
                    correlation.refresh(),
                    correlation.retry(),
                    correlation.maxAge());
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.risk.correlation: " + mistake.getMessage(), "Correct window or min-returns.");
        }
    }

    @Bean
    TradingStates tradingStates(TradingStateStore store, StateEvents events, Clock clock) {
        return new TradingStates(store, events, stored(clock));
    }

    @Bean
    Guard guard(TradingStates states, RiskEvents events, RiskDay riskDay, Clock clock) {
        return new Guard(states, events, riskDay, stored(clock));
    }

    @Bean
    AccountBooks accountBooks(
            RiskMemory memory, BooksSource books, Guard guard, RiskDay riskDay, Limits defaultLimits) {
        return new AccountBooks(memory, books, guard, riskDay, defaultLimits);
    }

    @Bean
    RememberedAccounts rememberedAccounts(RiskMemory memory, AccountBooks books, Limits defaultLimits) {
        return new RememberedAccounts(memory, books, defaultLimits);
    }

    @Bean
    AccountLimits accountLimits(RiskMemory memory, AccountBooks books, Guard guard, RiskDay riskDay, Clock clock) {
        return new AccountLimits(memory, books, guard, riskDay, clock);
    }

    @Bean
    Reservations reservations(
            RiskMemory memory,
            PreTradeChecks checks,
            CorrelationSource correlations,
            RememberedAccounts accounts,
            AccountBooks books,
            Guard guard,
            Clock clock) {
        return new Reservations(memory, checks, correlations, accounts, books, guard, stored(clock));
    }

    @Bean
    TradeCheck tradeCheck(
            PreTradeChecks checks,
            Accounts accounts,
            CorrelationSource correlations,
            LatestPrices prices,
            InstrumentCatalog catalog,
            RiskDay riskDay,
            Clock clock) {
        return new TradeCheck(checks, accounts, correlations, prices, catalog, riskDay, stored(clock));
    }

    @Bean
    DayRoll dayRoll(RiskMemory memory, Guard guard, RiskDay riskDay, Clock clock) {
        return new DayRoll(memory, guard, riskDay, clock);
    }

    /** Ticks as finely as PostgreSQL stores, so that a moment reads the same before and after it is stored. */
    private static Clock stored(Clock clock) {
        return Clock.tick(clock, Duration.ofNanos(1000));
    }

    @Bean
    KafkaAdmin.NewTopics riskTopics() {
        return EventTopics.of(Topics.RISK_EVENTS);
    }
}
