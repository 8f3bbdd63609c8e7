package dev.tradesuite.benchmarks.suite;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the programs need of {@code secrets.properties}.
 *
 * @param cliSecret of the client {@value #CLI_CLIENT}
 * @param serviceSecret of the client {@value #SERVICE_CLIENT}
 * @param databasePassword of the role that owns the suite's database
 * @param kafkaPassword of the one account of Kafka
 * @param signingSecret of the events
 */
public record SuiteSecrets(
        String cliSecret, String serviceSecret, String databasePassword, String kafkaPassword, String signingSecret) {

    public static final String CLI_CLIENT = "trade-suite-cli";
    public static final String SERVICE_CLIENT = "trade-suite-service";

    /** Reads the file of a suite that was started once. */
    public static SuiteSecrets read(Path file) {
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read; start the suite with ./suite up, or name its folder with --state"
                            .formatted(file),
                    e);
        }
        return new SuiteSecrets(
                required(stored, "client." + CLI_CLIENT + ".secret", file),
                required(stored, "client." + SERVICE_CLIENT + ".secret", file),
                required(stored, "postgres.suite.password", file),
                required(stored, "kafka.suite.password", file),
                required(stored, "events.signing-secret", file));
    }

    private static String required(Properties stored, String key, Path file) {
        String value = stored.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException("%s has no %s".formatted(file, key));
        }
        return value;
    }

    @Override
    public String toString() {
        return "SuiteSecrets[hidden]";
    }
}
