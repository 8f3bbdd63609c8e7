package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.assembly.SuiteFactory;
import dev.tradesuite.launcher.client.Exercise;
import dev.tradesuite.launcher.client.TokenClient;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.issuer.Scopes;
import dev.tradesuite.launcher.log.LogOptions;
import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.port.FreePorts;
import dev.tradesuite.launcher.run.Suite;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.settings.Ports;
import dev.tradesuite.launcher.settings.Setting;
import dev.tradesuite.launcher.settings.SettingCatalogue;
import dev.tradesuite.launcher.settings.SettingsReader;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Starts the suite on a scratch folder, trades a little and stops it, so that the JVM can record what that needs. Not
 * for users.
 *
 * <p>It runs at the lowest priority while nobody waits, so it is patient. None of the user's settings apply: nothing is
 * asked of the outside, and nobody's books are touched.
 */
@Command(
        name = "make-start-cache",
        hidden = true,
        description = "Starts, exercises and stops the suite on a scratch folder.")
final class MakeStartCacheCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(MakeStartCacheCommand.class);

    private static final String PATIENCE = "15m";

    /** Enough that the JVM compiles what a call needs. */
    private static final int ROUNDS = 500;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "Scratch folder.")
    private Path folder;

    @Override
    public Integer call() {
        SuiteSettings settings = new SettingsReader(folder.toAbsolutePath(), Services.ALL).read(null, overrides());
        SuiteHome home = new SuiteHome(settings.state());
        home.prepare();
        PartLogs.writeTo(home.logs(), LogOptions.of(settings.everyProperty()));
        Progress progress = new Progress(spec.commandLine().getOut(), home, "");
        // Every service, also those that only start when asked for: what they load is nearly the same.
        try (Suite suite =
                new SuiteFactory(settings, Services.ALL).create(false, Instant.now(Clock.systemUTC()), progress)) {
            suite.start();
            exercise(settings.ports(), Secrets.loadOrCreate(home.secrets()));
        }
        return ExitCode.OK.value();
    }

    /** A cache of the start alone is better than none, so a call that fails only ends the calls. */
    private void exercise(Ports ports, Secrets secrets) {
        try {
            IssuerClient client = IssuerClient.CLI;
            String token = new TokenClient(url(ports, Ports.ISSUER), client.id(), secrets.get(client.secret()))
                    .token(Scopes.EVERYDAY);
            new Exercise(
                            new Exercise.Addresses(
                                    url(ports, Services.FRONT_DOOR),
                                    url(ports, "orchestrator"),
                                    url(ports, "ledger"),
                                    url(ports, "risk")),
                            token)
                    .run(ROUNDS);
        } catch (SuiteException e) {
            LOG.warn("The exercise ended early: {}", e.getMessage());
        }
    }

    private static String url(Ports ports, String part) {
        return "http://localhost:" + ports.of(part);
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("state", folder.toAbsolutePath().toString());
        overrides.put("start.timeout", PATIENCE);
        List<String> ports = SettingCatalogue.of(Services.ALL).stream()
                .map(Setting::key)
                .filter(SettingCatalogue::isPort)
                .toList();
        Iterator<Integer> free = FreePorts.find(ports.size()).iterator();
        ports.forEach(port -> overrides.put(port, String.valueOf(free.next())));
        return overrides;
    }
}
