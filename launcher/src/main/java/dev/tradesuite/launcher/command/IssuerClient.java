package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.issuer.IssuerSettings;
import dev.tradesuite.launcher.issuer.Scopes;
import java.util.List;

/** Clients of the issuer whose secret the launcher has. */
enum IssuerClient {
    /** A person's programs and curl. */
    CLI(IssuerSettings.CLI_CLIENT, Secret.CLI_CLIENT, Scopes.EVERYDAY),
    /** The services themselves. */
    SERVICE(IssuerSettings.SERVICE_CLIENT, Secret.SERVICE_CLIENT, Scopes.SERVICE);

    private final String id;
    private final Secret secret;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> usualScopes;

    IssuerClient(String id, Secret secret, List<String> usualScopes) {
        this.id = id;
        this.secret = secret;
        this.usualScopes = usualScopes;
    }

    /** What its tokens allow when nobody asks for anything else. */
    List<String> usualScopes() {
        return usualScopes;
    }

    String id() {
        return id;
    }

    Secret secret() {
        return secret;
    }
}
