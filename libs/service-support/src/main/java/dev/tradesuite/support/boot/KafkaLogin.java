package dev.tradesuite.support.boot;

import java.util.Map;

/**
 * The one account of Kafka, which all services share: without it nothing is read and nothing written.
 *
 * @param user its name
 * @param password its password
 */
public record KafkaLogin(String user, String password) {

    /** The name when nobody chooses another one. */
    public static final String USER = "suite";

    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

    /** What a client of Kafka sets to log in. */
    public Map<String, String> clientSettings() {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "%s required username=%s password=%s;".formatted(MODULE, quoted(user), quoted(password)));
    }

    /** What a listener of the broker sets: the account it lets in, and by which it calls itself. */
    public String serverConfiguration() {
        return "%s required username=%s password=%s user_%s=%s;"
                .formatted(MODULE, quoted(user), quoted(password), user, quoted(password));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "KafkaLogin[%s]".formatted(user);
    }
}
