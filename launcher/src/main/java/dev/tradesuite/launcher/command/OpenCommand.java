package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.client.OneTimeCodeClient;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.issuer.IssuerPart;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the dashboard in a browser, signed in. */
@Command(
        name = "open",
        description = {
            "Opens the dashboard in the browser, signed in as the operator, and prints the address.",
            "The address signs in once, within 60 seconds, and from this machine alone."
        },
        mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    /** What opens an address with the browser of a desktop, on Linux and on macOS. */
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private static final int PATIENCE_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--print", description = "Print the address and open nothing.")
    private boolean print;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RunState state = options.requireRunning();
        IssuerClient client = IssuerClient.CLI;
        URI address = new OneTimeCodeClient(
                        Tokens.address(state, IssuerPart.NAME),
                        client.id(),
                        Secrets.loadOrCreate(options.home().secrets()).get(client.secret()))
                .address();
        out.println(address);
        if (!print && !opened(address)) {
            out.println("No browser could be started here; open the address above within a minute.");
        }
        out.flush();
        return ExitCode.OK.value();
    }

    private static boolean opened(URI address) throws InterruptedException {
        for (String opener : OPENERS) {
            try {
                Process process = new ProcessBuilder(opener, address.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                // One that is still at work is showing the page.
                return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
            } catch (IOException _) {
                // It is not installed; the next one may be.
            }
        }
        return false;
    }
}
