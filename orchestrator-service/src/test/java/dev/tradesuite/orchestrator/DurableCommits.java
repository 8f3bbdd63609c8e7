package dev.tradesuite.orchestrator;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the commits that wait for the disk: those of transactions that have written something while
 * {@code synchronous_commit} was on. PostgreSQL itself is asked, right before each commit. A statement that is a
 * transaction by itself leaves no such moment; it counts as waiting unless it switches the setting off itself.
 */
final class DurableCommits implements BeanPostProcessor {

    private static final String RELAXED = "set_config('synchronous_commit', 'off', true)";

    private final List<Transaction> transactions = new CopyOnWriteArrayList<>();
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    /**
     * A transaction that wrote.
     *
     * @param durable whether its commit waited for the disk
     * @param statements what it did
     */
    record Transaction(boolean durable, List<String> statements) {

        boolean touches(String table) {
            return statements.stream().anyMatch(statement -> statement.contains(table));
        }
    }

    void start() {
        transactions.clear();
        statements.clear();
        counting = true;
    }

    List<Transaction> stop() {
        counting = false;
        return List.copyOf(transactions);
    }

    /** Everything the database was asked since the start, whoever asked. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return watched(super.getConnection());
                    }
                }
                : bean;
    }

    private Connection watched(Connection connection) {
        List<String> ofTransaction = new ArrayList<>();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (counting) {
                        if (method.getName().equals("prepareStatement")) {
                            String statement = String.valueOf(arguments[0]);
                            statements.add(statement);
                            if (!connection.getAutoCommit()) {
                                ofTransaction.add(statement);
                            } else if (!statement.startsWith("SELECT")) {
                                transactions.add(new Transaction(!statement.contains(RELAXED), List.of(statement)));
                            }
                        } else if (method.getName().equals("commit")) {
                            note(connection, ofTransaction);
                        }
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private void note(Connection connection, List<String> ofTransaction) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery(
                        "SELECT current_setting('synchronous_commit'), pg_current_xact_id_if_assigned() IS NOT NULL")) {
            answer.next();
            if (answer.getBoolean(2)) {
                transactions.add(new Transaction(answer.getString(1).equals("on"), List.copyOf(ofTransaction)));
            }
        }
        ofTransaction.clear();
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
