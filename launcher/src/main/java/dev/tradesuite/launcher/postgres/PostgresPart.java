package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.run.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL.
 *
 * <p>Its data lives in {@code .suite/postgres/data}. {@code pg_ctl} makes the server leader of its own process group,
 * so Ctrl-C in the launcher's terminal does not reach it before the services are stopped.
 */
public final class PostgresPart implements Part {

    public static final String NAME = "postgresql";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPart.class);

    private final SuiteHome home;
    private final int port;
    private final Secrets secrets;
    private final Duration startTimeout;
    private final Duration stopTimeout;
    private final Cluster cluster;
    private @Nullable Programs programs;
    private @Nullable Watchdog watchdog;

    public PostgresPart(SuiteHome home, int port, Secrets secrets, Duration startTimeout, Duration stopTimeout) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
        this.startTimeout = startTimeout;
        this.stopTimeout = stopTimeout;
        this.cluster = new Cluster(home.postgres());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, DatabaseSetup.NAME);
    }

    @Override
    public boolean startsBusily() {
        return false;
    }

    @Override
    public synchronized Optional<ProcessHandle> process() {
        return running();
    }

    @Override
    public synchronized void start() throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpackedBelow(home.postgres());
        Programs tools = new Programs(OsAccount.forFolder(home.postgres()), binaries, home.log(NAME));
        programs = tools;
        if (LeftOverServer.stop(home, stopTimeout)) {
            LOG.warn("a server of an earlier run was still there and has been stopped");
        }
        cluster.createIfMissing(tools, secrets.get(Secret.POSTGRES_ADMIN));
        cluster.configure(port);
        tools.account().own(home.postgres());
        int exit = tools.run(
                "pg_ctl", "start", "--wait", "--timeout=" + startTimeout.toSeconds(), "--pgdata=" + cluster.data());
        if (exit != 0) {
            throw new SuiteException("postgresql did not start on port %d; the reason is at the end of %s"
                    .formatted(port, home.log(NAME)));
        }
        // Of a server that was killed: its number may be another program's by now.
        endWatch();
        watchdog =
                Watchdog.over(running().orElseThrow(() -> new IOException("the server ended right after its start")));
        new DatabaseSetup(port, secrets).createIfMissing();
    }

    @Override
    public synchronized void stop() throws IOException, InterruptedException {
        endWatch();
        if (programs != null) {
            new ServerStop(programs, cluster.data(), stopTimeout).stop();
        }
    }

    private void endWatch() throws IOException {
        if (watchdog != null) {
            watchdog.close();
            watchdog = null;
        }
    }

    private Optional<ProcessHandle> running() {
        try {
            return ServerProcess.of(cluster.data());
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read; check its permissions".formatted(cluster.data()), e);
        }
    }
}
