package dev.tradesuite.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunStateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path folder;

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private final FakePart part = new FakePart("brain", journal);
    private final List<Process> processes = new ArrayList<>();
    private RunStateFile file;
    private Supervisor supervisor;

    @BeforeEach
    void make() {
        file = new RunStateFile(folder.resolve("suite.json"));
        supervisor =
                new Supervisor(listener, new RunBoard(file, Instant.EPOCH, true, List.of(part)), Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        supervisor.close();
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void startsAPartAgainWhenItsProcessEnds() throws IOException {
        Process process = sleeping();
        part.process = process.toHandle();
        supervisor.watch(part);

        Process next = sleeping();
        part.process = next.toHandle();
        process.destroyForcibly();

        await().until(() -> listener.heard.contains("restarted brain"));
        assertThat(journal).containsExactly("start brain");
        assertThat(file.read().orElseThrow().part("brain").orElseThrow().phase())
                .isEqualTo(PartPhase.READY);
    }

    @Test
    void givesUpWhenThePartEndsAgainAndAgain() throws IOException {
        part.startFailure = new IllegalStateException("no");
        Process process = sleeping();
        part.process = process.toHandle();
        supervisor.watch(part);

        process.destroyForcibly();

        await().until(() -> listener.heard.contains("died brain: no; it ended too often and is not started again"));
        assertThat(listener.heard).hasSize(6);
        assertThat(file.read().orElseThrow().part("brain").orElseThrow().phase())
                .isEqualTo(PartPhase.FAILED);
    }

    @Test
    void startsAPartOfThisProcessAgainWhenItSaysThatItHasEnded() {
        CompletableFuture<String> end = new CompletableFuture<>();
        part.end = end;
        supervisor.watch(part);

        part.end = new CompletableFuture<>();
        end.complete("the disk is full");

        await().until(() -> listener.heard.contains("restarted brain"));
        assertThat(listener.heard).contains("died brain: the disk is full; it is started again in 0 s");
    }

    @Test
    void triesAPartForeverThatIsNeverGivenUp() {
        part.restartsForever = true;
        part.startFailure = new IllegalStateException("no");
        CompletableFuture<String> end = new CompletableFuture<>();
        part.end = end;
        supervisor.watch(part);

        end.complete("the disk is full");

        await().until(() -> listener.heard.size() > 6);
        assertThat(listener.heard).noneMatch(heard -> heard.contains("not started again"));
    }

    @Test
    void onlyReportsAPartThatIsNotToBeRestarted() throws IOException {
        part.restarts = false;
        Process process = sleeping();
        part.process = process.toHandle();
        supervisor.watch(part);

        process.destroyForcibly();

        await().until(() -> !listener.heard.isEmpty());
        assertThat(listener.heard).containsExactly("died brain: it is not started again, as the settings say");
    }

    @Test
    void leavesAPartAloneThatTheSuiteStops() throws IOException, InterruptedException {
        Process process = sleeping();
        part.process = process.toHandle();
        supervisor.watch(part);

        supervisor.close();
        process.destroyForcibly().waitFor();
        process.onExit().join();

        assertThat(listener.heard).isEmpty();
    }

    private Process sleeping() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        processes.add(process);
        return process;
    }
}
