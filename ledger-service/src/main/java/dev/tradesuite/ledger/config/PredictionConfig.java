package dev.tradesuite.ledger.config;

import dev.tradesuite.ledger.prediction.Announcements;
import dev.tradesuite.ledger.prediction.CycleDesk;
import dev.tradesuite.ledger.prediction.Cycles;
import dev.tradesuite.ledger.prediction.OrderDesk;
import dev.tradesuite.ledger.prediction.Orders;
import dev.tradesuite.ledger.prediction.PortfolioDesk;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.ledger.prediction.Portfolios;
import dev.tradesuite.ledger.prediction.PriceDesk;
import dev.tradesuite.ledger.prediction.Records;
import dev.tradesuite.ledger.prediction.RiskGate;
import dev.tradesuite.ledger.prediction.Runs;
import dev.tradesuite.ledger.prediction.UnitOfWork;
import dev.tradesuite.ledger.prediction.client.StakeApi;
import dev.tradesuite.ledger.prediction.client.StrategyConfigApi;
import dev.tradesuite.support.Ids;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Makes the desks of the portfolios. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CycleSettings.class)
@ImportHttpServices(group = "risk", types = StakeApi.class)
@ImportHttpServices(group = "strategies", types = StrategyConfigApi.class)
class PredictionConfig {

    @Bean
    UnitOfWork portfolioWork(PlatformTransactionManager transactions, JdbcClient jdbc) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        return new UnitOfWork() {
            @Override
            public <T> T durable(Supplier<T> work) {
                return template.execute(_ -> work.get());
            }

            @Override
            public <T> T relaxed(Supplier<T> work) {
                return template.execute(transaction -> {
                    if (transaction.isNewTransaction()) {
                        jdbc.sql("set local synchronous_commit = off").update();
                    }
                    return work.get();
                });
            }
        };
    }

    @Bean
    Runs runs(Portfolios portfolios, Cycles cycles) {
        return new Runs(portfolios, cycles);
    }

    @Bean
    PortfolioDesk portfolioDesk(
            Portfolios portfolios,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            JsonMapper json,
            Clock clock) {
        return new PortfolioDesk(portfolios, records, announcements, work, json::writeValueAsString, clock);
    }

    @Bean
    PortfolioQueries portfolioQueries(Portfolios portfolios, Records records) {
        return new PortfolioQueries(portfolios, records);
    }

    @Bean
    CycleDesk cycleDesk(
            Portfolios portfolios,
            Cycles cycles,
            Runs runs,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            Clock clock) {
        return new CycleDesk(portfolios, cycles, runs, records, announcements, work, clock);
    }

    @Bean
    OrderDesk orderDesk(
            Runs runs,
            Portfolios portfolios,
            Orders orders,
            Records records,
            RiskGate risk,
            Announcements announcements,
            UnitOfWork work,
            Clock clock) {
        return new OrderDesk(runs, portfolios, orders, records, risk, announcements, work, Ids::next, clock);
    }

    @Bean
    PriceDesk priceDesk(
            Runs runs,
            Portfolios portfolios,
            Records records,
            Announcements announcements,
            UnitOfWork work,
            Clock clock) {
        return new PriceDesk(runs, portfolios, records, announcements, work, Ids::next, clock);
    }
}
