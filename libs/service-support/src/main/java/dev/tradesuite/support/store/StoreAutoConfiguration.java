package dev.tradesuite.support.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Transactions for the features of a service. */
@AutoConfiguration
@ConditionalOnClass({PlatformTransactionManager.class, JdbcClient.class})
public class StoreAutoConfiguration {

    @Bean("suiteUnitOfWork")
    @Lazy
    UnitOfWork unitOfWork(PlatformTransactionManager transactions, JdbcClient jdbc) {
        return new TransactionalUnitOfWork(transactions, jdbc);
    }
}
