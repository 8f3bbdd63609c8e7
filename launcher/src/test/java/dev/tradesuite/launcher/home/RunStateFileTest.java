package dev.tradesuite.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateFileTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        RunStateFile file = new RunStateFile(folder.resolve("suite.json"));
        RunState state = new RunState(
                new ProcessId(4711, Instant.parse("2026-01-05T10:00:00Z")),
                Instant.parse("2026-01-05T10:00:01Z"),
                true,
                Phase.READY,
                List.of(
                        new PartState("kafka", PartPhase.READY, "localhost:19092", null),
                        new PartState(
                                "brain-service", PartPhase.STARTING, "http://localhost:8001", new ProcessId(9, null))));

        file.write(state);

        assertThat(file.read()).hasValue(state);
        assertThat(state.part("brain-service")).map(PartState::phase).hasValue(PartPhase.STARTING);
        assertThat(state.part("nobody")).isEmpty();
    }

    @Test
    void isEmptyWhenNothingWasWrittenOrItCannotBeUnderstood() throws IOException {
        Path path = folder.resolve("suite.json");
        assertThat(new RunStateFile(path).read()).isEmpty();

        Files.writeString(path, "{\"half\":");
        assertThat(new RunStateFile(path).read()).isEmpty();
    }

    @Test
    void knowsALiveProcessFromALaterOneWithItsNumber() {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();

        assertThat(ProcessId.of(self).alive()).hasValue(self);
        assertThat(new ProcessId(self.pid(), started.minusSeconds(3600)).alive())
                .isEmpty();
        assertThat(new ProcessId(self.pid(), null).alive()).hasValue(self);
    }
}
