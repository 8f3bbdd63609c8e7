package dev.tradesuite.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradesuite.benchmarks.flow.front.ExecuteRows;
import dev.tradesuite.benchmarks.flow.front.FrontApplication;
import dev.tradesuite.benchmarks.flow.hop.Answers;
import dev.tradesuite.benchmarks.flow.hop.HopApplication;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.benchmarks.suite.SuiteSecrets;
import dev.tradesuite.support.SuiteApplication;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The baseline: four services in this JVM that do nothing, on the stack the suite's services stand on. They take the
 * tokens of the suite's issuer; the first calls the other three one after another. What goes through is a note of two
 * fields, or the messages of a trade.
 */
final class NoOpChain implements AutoCloseable {

    private final List<Closeable> open = new ArrayList<>();
    private final URI front;

    private NoOpChain(SuiteOptions suite, SuiteDatabase database, String account, Answers answers) throws SQLException {
        database.prepare(
                "create table %s.note (id uuid primary key, symbol text not null, current_price numeric not null)"
                        .formatted(SuiteDatabase.SCHEMA),
                "create table %s.answer (id uuid primary key, document jsonb not null)"
                        .formatted(SuiteDatabase.SCHEMA));
        database.run(ExecuteRows.tables(account).toArray(String[]::new));
        HikariDataSource pool = database.durablePool();
        open.add(pool);
        List<String> settings = new ArrayList<>(settings(suite));
        for (String group : List.of(FrontApplication.FIRST, FrontApplication.SECOND, FrontApplication.THIRD)) {
            SpringApplicationBuilder service = SuiteApplication.builder(HopApplication.class, HopApplication.NAME)
                    .initializers(context -> register(context, Answers.class, answers));
            URI hop = start(service, settings(suite));
            settings.add("--suite.services.%s.url=%s".formatted(group, hop));
        }
        SpringApplicationBuilder builder = SuiteApplication.builder(FrontApplication.class, FrontApplication.NAME)
                .initializers(context -> register(context, Answers.class, answers))
                .initializers(context -> register(context, JdbcClient.class, JdbcClient.create(pool)))
                .initializers(context -> register(
                        context,
                        ExecuteRows.class,
                        new ExecuteRows(
                                new JdbcTemplate(pool),
                                new TransactionTemplate(new DataSourceTransactionManager(pool)))));
        this.front = start(builder, settings);
    }

    /**
     * Starts the services.
     *
     * @param account an account risk-service knows
     * @param answers what the services give back that get the messages of a trade
     */
    static NoOpChain start(SuiteOptions suite, SuiteDatabase database, String account, Answers answers)
            throws SQLException {
        return new NoOpChain(suite, database, account, answers);
    }

    private static <T> void register(ConfigurableApplicationContext context, Class<T> type, T bean) {
        ((GenericApplicationContext) context).registerBean(type, () -> bean);
    }

    private static List<String> settings(SuiteOptions suite) {
        return List.of(
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + suite.issuer(),
                "--suite.service-client.id=" + SuiteSecrets.SERVICE_CLIENT,
                "--suite.service-client.secret=" + suite.secrets().serviceSecret(),
                "--suite.service-client.token-uri=" + suite.issuer().resolve("/oauth2/token"));
    }

    private URI start(SpringApplicationBuilder service, List<String> settings) {
        ConfigurableApplicationContext context = service.run(settings.toArray(String[]::new));
        open.add(context);
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Where a note goes through all four. */
    URI note() {
        return front.resolve("/chain/note");
    }

    /** The same with a durable insert. */
    URI durableNote() {
        return front.resolve("/chain/note/durable");
    }

    /** Where the messages of a trade go through all four. */
    URI trade() {
        return front.resolve("/chain/trade");
    }

    /** The same with a durable insert. */
    URI durableTrade() {
        return front.resolve("/chain/trade/durable");
    }

    /** The same with every row an execute writes. */
    URI tradeRows() {
        return front.resolve("/chain/trade/rows");
    }

    @Override
    public void close() throws IOException {
        Collections.reverse(open);
        for (Closeable each : open) {
            each.close();
        }
    }
}
