package dev.tradesuite.support.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions for the features of a service. */
@AutoConfiguration
@ConditionalOnClass({PlatformTransactionManager.class, JdbcClient.class})
public class StoreAutoConfiguration {

    @Bean("suiteUnitOfWork")
    @Lazy
    UnitOfWork unitOfWork(PlatformTransactionManager transactions, JdbcClient jdbc) {
        return new TransactionalUnitOfWork(transactions, jdbc);
    }

    /** The probe writes a large object and takes it back: that needs no table, and new pages on the disk. */
    @Bean("databaseRoomHealthIndicator")
    DatabaseRoom databaseRoom(PlatformTransactionManager transactions, JdbcClient jdbc) {
        TransactionTemplate probing = new TransactionTemplate(transactions);
        return new DatabaseRoom(() -> probing.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("SELECT lo_from_bytea(0, decode(repeat('5a', 262144), 'hex'))")
                    .query()
                    .singleValue();
        }));
    }
}
