package dev.tradesuite.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunState.Phase;
import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.SuiteHome;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir
    Path folder;

    private final List<String> journal = new CopyOnWriteArrayList<>();
    private final RecordingListener listener = new RecordingListener();
    private SuiteHome home;
    private RunStateFile file;

    @BeforeEach
    void makeHome() {
        home = new SuiteHome(folder);
        home.prepare();
        file = new RunStateFile(home.state());
    }

    private Suite suite(Part... parts) {
        RunBoard board = new RunBoard(file, Instant.EPOCH, false, List.of(parts));
        return new Suite(
                List.of(parts),
                2,
                Duration.ofSeconds(10),
                listener,
                board,
                new Supervisor(listener, board, Duration.ofMillis(1)),
                new StartFailure(home));
    }

    private FakePart part(String name, String... needs) {
        return new FakePart(name, journal, needs);
    }

    @Test
    void startsAPartAfterThoseItNeedsAndStopsInTheReverseOrder() {
        Suite suite =
                suite(part("postgres"), part("kafka"), part("brain", "postgres", "kafka"), part("gateway", "brain"));

        suite.start();
        assertThat(journal).containsSubsequence("start postgres", "start brain", "start gateway");
        assertThat(journal).containsSubsequence("start kafka", "start brain");
        assertThat(listener.heard).endsWith("all ready");
        assertThat(state().phase()).isEqualTo(Phase.READY);

        journal.clear();
        suite.close();
        assertThat(journal).containsExactly("stop gateway", "stop brain", "stop kafka", "stop postgres");
    }

    @Test
    void whatTheFirstTradeDoesNotNeedStartsWhenTheRestAnswers() {
        FakePart portfolio = part("portfolio", "postgres");
        portfolio.neededToTrade = false;
        Suite suite = suite(part("postgres"), portfolio, part("brain", "postgres"), part("gateway", "brain"));

        suite.start();

        assertThat(journal).containsExactly("start postgres", "start brain", "start gateway", "start portfolio");
        assertThat(listener.heard)
                .containsSubsequence(
                        "ready gateway", "trades ready before [portfolio]", "ready portfolio", "all ready");
        suite.close();
    }

    @Test
    void stopsWhatRunsWhenAPartDoesNotStart() {
        FakePart broken = part("brain", "postgres");
        broken.startFailure = new IllegalStateException("outer", new IllegalArgumentException("no such schema\nmore"));
        Suite suite = suite(part("postgres"), broken, part("gateway", "brain"));

        assertThatThrownBy(suite::start)
                .isInstanceOf(SuiteException.class)
                .hasMessage("brain did not start: no such schema; details are in " + home.log("brain"));

        assertThat(journal).containsExactly("start postgres", "stop postgres");
        assertThat(state().parts())
                .extracting(PartState::name, PartState::phase)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("postgres", PartPhase.STOPPED),
                        org.assertj.core.groups.Tuple.tuple("brain", PartPhase.FAILED),
                        org.assertj.core.groups.Tuple.tuple("gateway", PartPhase.WAITING));
    }

    @Test
    void saysWhatFailedFirstAndNotThatAnotherPartWasInterruptedByIt() {
        FakePart slow = part("issuer");
        CountDownLatch gate = new CountDownLatch(1);
        slow.gate = gate;
        FakePart broken = part("ledger");
        broken.startFailure = new SuiteException("the schema is of a newer build");
        Suite suite = suite(slow, part("sizing", "issuer"), broken);
        Thread.ofVirtual().start(() -> {
            while (file.read().isEmpty() || state().parts().getLast().phase() != PartPhase.FAILED) {
                Thread.onSpinWait();
            }
            gate.countDown();
        });

        assertThatThrownBy(suite::start).hasMessage("the schema is of a newer build");
        assertThat(journal).containsExactly("start issuer", "stop issuer");
    }

    @Test
    void saysThatAPortWasTakenInTheMeantime() {
        FakePart broken = part("brain");
        broken.startFailure = new IllegalStateException(new BindException("Address already in use"));

        assertThatThrownBy(suite(broken)::start)
                .hasMessageContaining("brain did not start: its address fake:brain was taken by another program");
    }

    @Test
    void passesOnASentenceAsItIs() {
        FakePart broken = part("postgres");
        broken.startFailure = new SuiteException("postgres needs more disk");

        assertThatThrownBy(suite(broken)::start).hasMessage("postgres needs more disk");
    }

    @Test
    void goesOnStoppingWhenAPartDoesNotStopCleanly() {
        FakePart stubborn = part("brain", "postgres");
        stubborn.stopFailure = new IllegalStateException("stuck");
        FakePart replaced = part("ledger", "postgres");
        replaced.stopFailure = new NoClassDefFoundError("gone from its jar");
        Suite suite = suite(part("postgres"), stubborn, replaced);
        suite.start();

        suite.close();

        assertThat(listener.heard)
                .contains("stop failed brain: stuck", "stop failed ledger: gone from its jar", "stopped postgres");
    }

    @Test
    void canBeStoppedWhileItStarts() throws InterruptedException {
        FakePart slow = part("postgres");
        CountDownLatch gate = new CountDownLatch(1);
        slow.gate = gate;
        Suite suite = suite(slow, part("brain", "postgres"));
        CountDownLatch failed = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                suite.start();
            } catch (SuiteException _) {
                failed.countDown();
            }
        });
        slow.entered.await();

        Thread closing = Thread.ofVirtual().start(suite::close);
        while (state().phase() != Phase.STOPPING) {
            Thread.onSpinWait();
        }
        slow.gate.countDown();
        closing.join();

        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(journal).containsExactly("start postgres", "stop postgres");
    }

    @Test
    void stopsOnlyOnce() {
        Suite suite = suite(part("postgres"));
        suite.start();

        suite.close();
        suite.close();

        assertThat(journal).containsExactly("start postgres", "stop postgres");
    }

    private RunState state() {
        return file.read().orElseThrow();
    }
}
