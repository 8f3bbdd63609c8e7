package dev.tradesuite.launcher.assembly;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.ProcessId;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.StagedState;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.postgres.LeftOverServer;
import dev.tradesuite.launcher.postgres.PostgresPart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a launcher left behind because it was killed: processes, and a restore that was under way.
 *
 * <p>The processes end by themselves within seconds; this makes sure of it before the folder is used again.
 */
public final class LeftOvers {

    private LeftOvers() {}

    /**
     * Ends what is left of the last run on the state folder. Call it only while no launcher runs on it.
     *
     * @param timeout how long each process may take to end cleanly
     * @return how many processes there were
     */
    public static int end(SuiteHome home, Duration timeout) {
        RunStateFile file = new RunStateFile(home.state());
        try {
            List<ProcessHandle> services = services(file.read());
            services.forEach(ProcessHandle::destroy);
            for (ProcessHandle service : services) {
                awaitOrKill(service, timeout);
            }
            boolean server = LeftOverServer.stop(home, timeout);
            file.delete();
            // A restore that was cut short after it had decided.
            StagedState.finish(home);
            return services.size() + (server ? 1 : 0);
        } catch (IOException e) {
            throw new SuiteException(
                    "what the last run left in %s cannot be cleared away (%s); check the permissions there"
                            .formatted(home.folder(), e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while the last run was cleared away", e);
        }
    }

    private static List<ProcessHandle> services(Optional<RunState> last) {
        return last.stream()
                .flatMap(run -> run.parts().stream())
                .filter(part -> !part.name().equals(PostgresPart.NAME))
                .map(PartState::process)
                .flatMap(Stream::ofNullable)
                .map(ProcessId::alive)
                .flatMap(Optional::stream)
                .toList();
    }

    private static void awaitOrKill(ProcessHandle process, Duration timeout) throws InterruptedException {
        try {
            process.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            process.destroyForcibly();
        }
    }
}
