package dev.tradesuite.launcher.home;

/** What {@code secrets.properties} holds; each is generated when it is missing. */
public enum Secret {
    POSTGRES_ADMIN("postgres.admin.password"),
    POSTGRES_SUITE("postgres.suite.password"),
    CLI_CLIENT("client.trade-suite-cli.secret"),
    SERVICE_CLIENT("client.trade-suite-service.secret"),
    OPERATOR("user.operator.password");

    private final String key;

    Secret(String key) {
        this.key = key;
    }

    /** Name in the file. */
    public String key() {
        return key;
    }
}
