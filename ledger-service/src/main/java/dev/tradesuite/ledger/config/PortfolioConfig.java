package dev.tradesuite.ledger.config;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.AccountEvents;
import dev.tradesuite.ledger.account.AccountQueries;
import dev.tradesuite.ledger.account.Accounts;
import dev.tradesuite.ledger.account.Books;
import dev.tradesuite.ledger.account.Currencies;
import dev.tradesuite.ledger.account.EquityHistory;
import dev.tradesuite.ledger.account.Reconciliations;
import dev.tradesuite.ledger.account.Remarking;
import dev.tradesuite.ledger.account.Trades;
import dev.tradesuite.ledger.account.UnitOfWork;
import dev.tradesuite.ledger.position.Marks;
import dev.tradesuite.support.event.EventTopics;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the books. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortfolioSettings.class)
class PortfolioConfig {

    @Bean
    Books.Ledger ledger(Accounts accounts, Trades trades, EquityHistory history) {
        return new Books.Ledger(accounts, trades, history);
    }

    @Bean
    Books books(
            Books.Ledger ledger,
            Marks marks,
            InstrumentCatalog catalog,
            AccountEvents events,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Books(ledger, marks, catalog, events, unitOfWork(transactions), clock);
    }

    @Bean
    AccountQueries accountQueries(Books.Ledger ledger, Reconciliations reconciliations) {
        return new AccountQueries(ledger, reconciliations);
    }

    @Bean
    Remarking remarking(Accounts accounts, Books books, InstrumentCatalog catalog) {
        return new Remarking(accounts, books, catalog);
    }

    @Bean
    Currencies currencies(InstrumentCatalog catalog) {
        return new Currencies(catalog);
    }

    @Bean
    KafkaAdmin.NewTopics topics() {
        return EventTopics.of(Topics.LEDGER_EVENTS);
    }

    private static UnitOfWork unitOfWork(PlatformTransactionManager transactions) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        return new UnitOfWork() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                return template.execute(_ -> work.get());
            }
        };
    }
}
