package dev.tradesuite.launcher.home;

/** What {@code secrets.properties} holds; each is generated when it is missing, but for the one that was before. */
public enum Secret {
    POSTGRES_ADMIN("postgres.admin.password"),
    POSTGRES_SUITE("postgres.suite.password"),
    KAFKA_SUITE("kafka.suite.password"),
    EVENT_SIGNING("events.signing-secret"),
    PREVIOUS_EVENT_SIGNING("events.previous-signing-secret", false),
    CLI_CLIENT("client.trade-suite-cli.secret"),
    SERVICE_CLIENT("client.trade-suite-service.secret"),
    OPERATOR("user.operator.password");

    private final String key;

    private final boolean made;

    Secret(String key) {
        this(key, true);
    }

    /** @param made whether it is generated when it is missing */
    Secret(String key, boolean made) {
        this.key = key;
        this.made = made;
    }

    /** Name in the file. */
    public String key() {
        return key;
    }

    /** Whether it is generated when it is missing. */
    boolean isMade() {
        return made;
    }
}
