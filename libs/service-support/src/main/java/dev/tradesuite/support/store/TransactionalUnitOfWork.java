package dev.tradesuite.support.store;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction of PostgreSQL. */
final class TransactionalUnitOfWork implements UnitOfWork {

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    TransactionalUnitOfWork(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return transactions.execute(transaction -> {
            if (transaction.isNewTransaction()) {
                jdbc.sql("SET LOCAL synchronous_commit = off").update();
            }
            return work.get();
        });
    }
}
