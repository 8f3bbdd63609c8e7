package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.assembly.LeftOvers;
import dev.tradesuite.launcher.backup.DataServers;
import dev.tradesuite.launcher.backup.Migrations;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes the data of an older build over to this one. */
@Command(
        name = "upgrade",
        description = {
            "Makes a backup, brings every schema to this build, starts the suite in the background and asks every part"
                    + " whether it is well. Stop the suite and fetch the new version first.",
            "When one of these fails, the message says how to go back."
        },
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--backup", paramLabel = "FILE", description = "File for the backup; it must not exist.")
    private @Nullable Path file;

    @Option(names = "--fork", description = "As of ./suite up.")
    private boolean fork;

    @Option(names = "--with", split = ",", paramLabel = "STRATEGY", description = "As of ./suite up.")
    private List<String> with = List.of();

    @Override
    public Integer call() throws Exception {
        SuiteSettings settings = options.settings();
        SuiteHome home = new SuiteHome(settings.state());
        if (options.running().isPresent()) {
            throw new SuiteException("the suite runs on %s; stop it first, with ./suite stop".formatted(home.folder()));
        }
        if (!Backups.hasData(home)) {
            out().println("There is no data to upgrade.");
            return start(home);
        }
        Path backup = new Backups(options, out()).write(file, "-before-upgrade", true);
        try {
            migrate(settings, home);
            if (start(home) == ExitCode.OK.value() && isWell()) {
                out().printf("Upgraded, and every part answers. The data as it was before: %s%n", backup);
                return ExitCode.OK.value();
            }
        } catch (SuiteException e) {
            throw new SuiteException(e.getMessage() + ". " + wayBack(backup), e);
        }
        throw new SuiteException("the suite did not start well after the upgrade. " + wayBack(backup));
    }

    private static String wayBack(Path backup) {
        return "To go back: ./suite stop, check out the version from before, ./suite restore %s --replace, ./suite up"
                .formatted(backup);
    }

    /** All schemas before any service starts, so that none works on the half of an upgrade. */
    private void migrate(SuiteSettings settings, SuiteHome home) throws Exception {
        try (RunLock _ = options.lock(home);
                DataServers servers = new DataServers(home, settings.startTimeout(), settings.stopTimeout())) {
            LeftOvers.end(home, settings.stopTimeout());
            Migrations migrations = new Migrations(servers.database());
            for (String schema : migrations.schemas()) {
                out().printf("Schema %-12s %d migrations.%n", schema, migrations.toNewest(schema));
            }
        }
    }

    private int start(SuiteHome home) throws IOException, InterruptedException {
        home.prepare();
        List<String> words = new ArrayList<>(List.of("up"));
        words.addAll(options.words());
        if (fork) {
            words.add("--fork");
        }
        if (!with.isEmpty()) {
            words.add("--with=" + String.join(",", with));
        }
        return new DetachedRun(home, out()).start(words);
    }

    private boolean isWell() {
        RunState state = options.requireRunning();
        List<String> silent = state.parts().stream()
                .filter(part -> !PartProbe.answers(part))
                .map(PartState::name)
                .toList();
        if (!silent.isEmpty()) {
            out().printf("No answer from %s.%n", String.join(", ", silent));
        }
        return silent.isEmpty();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
