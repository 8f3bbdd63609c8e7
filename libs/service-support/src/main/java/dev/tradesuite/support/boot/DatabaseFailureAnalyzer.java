package dev.tradesuite.support.boot;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Tells why the database does not let a service start.
 *
 * <p>Reads the SQLSTATE; the classes are those of the PostgreSQL manual, appendix A.
 */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String url = environment.getProperty("spring.datasource.url", "(spring.datasource.url is not set)");
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08")) {
            return new FailureAnalysis(
                    "The database at %s does not answer.".formatted(url),
                    "Start PostgreSQL there, or set spring.datasource.url to where it runs.",
                    cause);
        }
        if (state.startsWith("28")) {
            return new FailureAnalysis(
                    "The database at %s refuses the user '%s'."
                            .formatted(url, environment.getProperty("spring.datasource.username")),
                    "Set spring.datasource.username and spring.datasource.password to a user it knows.",
                    cause);
        }
        if (state.equals("3D000")) {
            return new FailureAnalysis(
                    "The server answers, but the database of %s does not exist.".formatted(url),
                    "Create the database, or correct spring.datasource.url.",
                    cause);
        }
        return null;
    }
}
