package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.issuer.IssuerSettings;

/** Clients of the issuer whose secret the launcher has. */
enum IssuerClient {
    /** A person's programs and curl. */
    CLI(IssuerSettings.CLI_CLIENT, Secret.CLI_CLIENT),
    /** The services themselves. */
    SERVICE(IssuerSettings.SERVICE_CLIENT, Secret.SERVICE_CLIENT);

    private final String id;
    private final Secret secret;

    IssuerClient(String id, Secret secret) {
        this.id = id;
        this.secret = secret;
    }

    String id() {
        return id;
    }

    Secret secret() {
        return secret;
    }
}
