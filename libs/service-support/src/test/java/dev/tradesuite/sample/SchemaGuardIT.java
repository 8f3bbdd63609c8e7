package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.test.TestServices;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole service, started on schemas that other builds have made. */
class SchemaGuardIT {

    private static final String APPLIED =
            """
            INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            VALUES (99, '%s', 'from another build', 'SQL', 'V%s__from_another_build.sql', 1, 'suite', 1, true)
            """;

    private final String schema = "guard_" + UUID.randomUUID().toString().replace('-', '_');

    private ConfigurableApplicationContext start() {
        return SuiteApplication.run(
                SampleApplication.class, "sample-service", TestServices.arguments(schema, Map.of()));
    }

    private void startThenTell(String... statements) {
        try (ConfigurableApplicationContext running = start()) {
            for (String statement : statements) {
                running.getBean(JdbcClient.class).sql(statement).update();
            }
        }
    }

    private String refusal() {
        try (ConfigurableApplicationContext running = start()) {
            throw new AssertionError("it started: " + running.getId());
        } catch (RuntimeException e) {
            assertThat(NestedExceptionUtils.getMostSpecificCause(e)).isInstanceOf(ConfigMistake.class);
            ConfigMistake mistake = (ConfigMistake) NestedExceptionUtils.getMostSpecificCause(e);
            return mistake.getMessage() + ". " + mistake.remedy();
        }
    }

    @Test
    void startsAgainOnItsOwnSchema() {
        startThenTell();

        startThenTell("DELETE FROM note");
    }

    @Test
    void doesNotStartOnASchemaThatANewerBuildHasMade() {
        startThenTell(APPLIED.formatted("7", "7"));

        assertThat(refusal())
                .startsWith("The schema %s is at version 7, made by a newer build; this build knows it up to version 1."
                        .formatted(schema))
                .contains("./suite restore FILE --replace");
        assertThat(refusal()).as("the second attempt finds it unchanged").contains("at version 7");
    }

    @Test
    void doesNotStartWhereAMigrationOfTheSchemaIsMissing() {
        startThenTell(APPLIED.formatted("0.9", "0.9"));

        assertThat(refusal())
                .startsWith("The schema %s was not made by the migrations of this build: ".formatted(schema))
                .contains("0.9", "./suite restore");
    }

    @Test
    void doesNotStartWhereAMigrationOfTheSchemaWasAnother() {
        startThenTell("UPDATE flyway_schema_history SET checksum = 42 WHERE version = '1'");

        assertThat(refusal())
                .startsWith("The schema %s was not made by the migrations of this build: ".formatted(schema))
                .contains("checksum", "./suite restore");
    }
}
