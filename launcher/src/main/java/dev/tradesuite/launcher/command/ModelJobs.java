package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.client.ModelJobClient;
import dev.tradesuite.launcher.home.RunState;
import java.util.List;

/** Finds the service that keeps the jobs of the running suite. */
final class ModelJobs {

    private static final String SERVICE = "signals-api-service";

    private ModelJobs() {}

    static ModelJobClient client(SettingsOptions options) {
        RunState state = options.requireRunning();
        return new ModelJobClient(
                Tokens.address(state, SERVICE),
                Tokens.of(state, options.home(), IssuerClient.CLI).token(List.of("trade:read", "portfolio:write")));
    }
}
