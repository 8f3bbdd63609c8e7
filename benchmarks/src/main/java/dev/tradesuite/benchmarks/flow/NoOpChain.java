package dev.tradesuite.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradesuite.benchmarks.flow.front.FrontApplication;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The baseline: four services in this JVM that do nothing, on the stack the suite's services stand on. They take the
 * tokens of the suite's issuer; the first calls the other three one after another.
 */
final class NoOpChain implements AutoCloseable {

    private final List<Closeable> open = new ArrayList<>();
    private final URI front;

    private NoOpChain(SuiteOptions suite, SuiteDatabase database) throws SQLException {
        database.prepare(
                "create table %s.note (id uuid primary key, symbol text not null, current_price numeric not null)"
                        .formatted(SuiteDatabase.SCHEMA));
        HikariDataSource pool = database.durablePool();
        open.add(pool);
        List<String> settings = new ArrayList<>(settings(suite));
        for (String group : List.of(FrontApplication.FIRST, FrontApplication.SECOND, FrontApplication.THIRD)) {
            URI hop = start(SuiteApplication.builder(HopApplication.class, HopApplication.NAME), settings(suite));
            settings.add("--suite.services.%s.url=%s".formatted(group, hop));
        }
        SpringApplicationBuilder builder = SuiteApplication.builder(FrontApplication.class, FrontApplication.NAME)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(JdbcClient.class, () -> JdbcClient.create(pool)));
        this.front = start(builder, settings);
    }

    static NoOpChain start(SuiteOptions suite, SuiteDatabase database) throws SQLException {
        return new NoOpChain(suite, database);
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
    URI chain() {
        return front.resolve("/chain");
    }

    /** The same with a durable insert. */
    URI durableChain() {
        return front.resolve("/chain/durable");
    }

    @Override
    public void close() throws IOException {
        Collections.reverse(open);
        for (Closeable each : open) {
            each.close();
        }
    }
}
