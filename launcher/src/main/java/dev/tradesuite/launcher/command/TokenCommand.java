package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a bearer token, and nothing else, so that a shell can take it. */
@Command(
        name = "token",
        description = {
            "Prints a bearer token for the running suite, for example TOKEN=$(./suite token).",
            "Without --scope it allows everything with what is yours but approvals."
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = "[, ]+",
            description = {
                "Scope of the token, repeatable: trade:read, trade:execute, portfolio:write, risk:admin, approve,"
                        + " admin;",
                "internal with --client service."
            })
    private @Nullable List<String> scopes;

    @Option(
            names = "--client",
            paramLabel = "CLIENT",
            defaultValue = "cli",
            description = "Who asks: cli or service. Default: ${DEFAULT-VALUE}")
    private IssuerClient client;

    @Override
    public Integer call() {
        List<String> wanted = scopes == null ? client.usualScopes() : scopes;
        spec.commandLine()
                .getOut()
                .println(Tokens.of(options.requireRunning(), options.home(), client)
                        .token(wanted));
        return ExitCode.OK.value();
    }
}
