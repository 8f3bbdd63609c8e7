package dev.tradesuite.portfolio.returns;

import dev.tradesuite.portfolio.registry.LastFetches;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.client.BooksHistoryApi;
import dev.tradesuite.portfolio.returns.client.DailyClosesApi;
import dev.tradesuite.portfolio.returns.client.ModelCurvesApi;
import dev.tradesuite.support.schedule.SharedTask;
import dev.tradesuite.support.schedule.SharedTimer;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes what keeps the returns and asks for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReturnSettings.class)
@ImportHttpServices(group = "brain", types = DailyClosesApi.class)
@ImportHttpServices(group = "signals-api", types = ModelCurvesApi.class)
@ImportHttpServices(group = "ledger", types = BooksHistoryApi.class)
class ReturnConfig {

    @Bean
    ReturnImportService returnImportService(ReturnStore store, Clock clock) {
        return new ReturnImportService(store, clock);
    }

    @Bean
    ReturnRefreshService returnRefreshService(
            StrategyStore strategies,
            ReturnStore store,
            FetchLog log,
            LastFetches fetches,
            List<EquitySource> sources,
            UnitOfWork work,
            Clock clock) {
        return new ReturnRefreshService(
                new ReturnRefreshService.Parts(strategies, store, log, fetches), sources, work, clock);
    }

    @Bean
    HourlyReturnService hourlyReturnService(
            StrategyStore strategies,
            List<HourlySource> sources,
            HourlyReturnStore store,
            UnitOfWork work,
            Clock clock) {
        return new HourlyReturnService(strategies, sources, store, work, clock);
    }

    @Bean
    SharedTimer returnTimer(DataSource database, ReturnRefreshService refresh, ReturnSettings settings, Clock clock) {
        ReturnTimes times = new ReturnTimes(settings.at(), settings.retry());
        return new SharedTimer(
                database,
                new SharedTimer.Place("portfolio", "return_schedule", true, settings.poll(), settings.heartbeat()),
                List.of(new SharedTask(
                        "daily-returns",
                        () -> times.next(clock.instant()),
                        () -> times.after(refresh.refreshAll(), clock.instant()),
                        settings.retry())),
                clock);
    }
}
