package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.assembly.LeftOvers;
import dev.tradesuite.launcher.assembly.SuiteFactory;
import dev.tradesuite.launcher.home.RunLock;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.log.LogOptions;
import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.log.PrintedLogs;
import dev.tradesuite.launcher.port.PortCheck;
import dev.tradesuite.launcher.run.Suite;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.SuiteSettings;
import dev.tradesuite.launcher.startup.JarsInUse;
import dev.tradesuite.launcher.startup.StartCache;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the suite and stays until it is stopped. */
@Command(
        name = "up",
        description = {
            "Starts PostgreSQL, Kafka, the token issuer and every service, and stays until Ctrl-C or ./suite stop.",
            "What the suite keeps is in the folder .suite and is found again at the next start."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nSettings, in suite.yml or with --set:%n",
        modelTransformer = SettingsFooter.class)
final class UpCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(UpCommand.class);

    private static final String DETACH = "--detach";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--fork", description = "Give each service a process of its own.")
    private boolean fork;

    @Option(names = DETACH, description = "Return when everything is ready; ./suite stop ends it.")
    private boolean detach;

    @Option(
            names = "--with",
            split = ",",
            paramLabel = "STRATEGY",
            description = "Start these strategy controllers too; ./suite status lists those that are off.")
    private List<String> with = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        SuiteSettings settings = options.settings();
        List<SuiteService> services = Services.with(with);
        LogOptions logs = LogOptions.of(settings.everyProperty());
        SuiteHome home = new SuiteHome(settings.state());
        home.prepare();
        if (detach) {
            return new DetachedRun(home, spec.commandLine().getOut()).start(wordsOfDetached());
        }
        try (RunLock _ = options.lock(home)) {
            LeftOvers.end(home, settings.stopTimeout());
            PortCheck.requireFree(settings, unused(services));
            PartLogs.writeTo(home.logs(), logs);
            PrintedLogs.watch(home.logs(), logs.bounds());
            Progress progress = new Progress(spec.commandLine().getOut(), home, frontDoor(settings));
            JarsInUse.mark();
            progress.begin(fork);
            run(new SuiteFactory(settings, services), progress, home);
        }
        return ExitCode.OK.value();
    }

    /** The words this command was given, but for the one that detaches. */
    List<String> wordsOfDetached() {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .filter(word -> !word.equals(DETACH) && !word.startsWith(DETACH + "="))
                .toList();
    }

    private static List<String> unused(List<SuiteService> services) {
        return Services.ALL.stream()
                .filter(service -> !services.contains(service))
                .map(SuiteService::key)
                .toList();
    }

    private static String frontDoor(SuiteSettings settings) {
        return "http://localhost:" + settings.ports().of(Services.FRONT_DOOR);
    }

    private void run(SuiteFactory factory, Progress progress, SuiteHome home) throws InterruptedException {
        Suite suite = factory.create(fork, Instant.now(Clock.systemUTC()), progress);
        Thread onSignal = Thread.ofPlatform().name("stop").unstarted(() -> {
            progress.stopping();
            shutDown(suite, home, progress);
            makeStartCache(progress);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            suite.start();
            // Until a signal ends the process.
            new CountDownLatch(1).await();
        } finally {
            if (removeHook(onSignal)) {
                shutDown(suite, home, progress);
            }
        }
    }

    /** Whether the hook could still be removed, so that it is not at work already. */
    private static boolean removeHook(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static void shutDown(Suite suite, SuiteHome home, Progress progress) {
        suite.close();
        new RunStateFile(home.state()).delete();
        progress.end();
    }

    /** Only after a start that worked here: where one does not, the training run would not either. */
    private static void makeStartCache(Progress progress) {
        Optional<StartCache> cache = StartCache.wanted().filter(_ -> progress.wasReady());
        try {
            if (cache.isPresent() && cache.get().makeAfterExit()) {
                progress.makingCache();
            }
        } catch (IOException e) {
            LOG.warn("no start cache could be made", e);
        }
    }
}
