package dev.tradesuite.launcher.host;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.client.Health;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.run.Part;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A service in a process of its own.
 *
 * <p>The process runs {@link ServiceProcess}. It ends by itself when the pipe to this JVM does, so a launcher that is
 * killed leaves none behind.
 */
public final class ForkedService implements Part {

    /** Ctrl-C reaches every process of the terminal; the service waits until the launcher stops it. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final Duration POLL = Duration.ofMillis(100);

    private final SuiteService service;
    private final ServiceProperties properties;
    private final SuiteSettings settings;
    private final SuiteHome home;
    private final JavaCommand java;
    private volatile @Nullable Process process;

    public ForkedService(
            SuiteService service,
            ServiceProperties properties,
            SuiteSettings settings,
            SuiteHome home,
            JavaCommand java) {
        this.service = service;
        this.properties = properties;
        this.settings = settings;
        this.home = home;
        this.java = java;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<String> needs() {
        return service.needs();
    }

    @Override
    public boolean neededToTrade() {
        return service.neededToTrade();
    }

    @Override
    public String address() {
        return properties.url(service);
    }

    @Override
    public boolean restarts() {
        return settings.restartForked();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).map(Process::toHandle);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(java.running(ServiceProcess.class, settings.forkMemory()));
        command.add(service.key());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.log(name() + ".out").toFile()));
        builder.environment().put(ServiceProcess.PROPERTIES, properties.json(service));
        builder.environment().put(ServiceProcess.LOG_FOLDER, home.logs().toString());
        Process started = builder.start();
        process = started;
        try {
            awaitReady(started);
        } catch (InterruptedException | SuiteException e) {
            started.destroyForcibly();
            throw e;
        }
    }

    private void awaitReady(Process started) throws InterruptedException {
        long deadline = System.nanoTime() + settings.startTimeout().toNanos();
        while (!Health.isReady(address())) {
            if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SuiteException("%s ended with %d before it was ready; the reason is at the end of %s"
                        .formatted(name(), started.exitValue(), home.log(name())));
            }
            if (System.nanoTime() > deadline) {
                throw new SuiteException(
                        "%s was not ready within %d s; look into %s, or give it more time with --set start.timeout=5m"
                                .formatted(name(), settings.startTimeout().toSeconds(), home.log(name())));
            }
        }
    }

    @Override
    public void stop() throws InterruptedException {
        Process running = process;
        process = null;
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        if (!running.waitFor(settings.stopTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly();
            running.waitFor();
            throw new SuiteException("%s did not stop within %d s and was killed"
                    .formatted(name(), settings.stopTimeout().toSeconds()));
        }
    }
}
