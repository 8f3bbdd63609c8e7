package dev.tradesuite.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagedStateTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private SuiteHome home;

    @BeforeEach
    void fill() throws IOException {
        home = new SuiteHome(folder);
        home.prepare();
        write(home, "old");
    }

    private static void write(SuiteHome to, String what) throws IOException {
        Files.createDirectories(to.postgres().resolve("data"));
        Files.writeString(to.postgres().resolve("data/rows"), what);
        Files.writeString(to.kafka().resolve("log"), what);
        Files.writeString(to.secrets(), what);
        Files.writeString(to.signingKey(), what);
    }

    private static void assertHolds(SuiteHome where, String what) {
        assertThat(where.postgres().resolve("data/rows")).hasContent(what);
        assertThat(where.kafka().resolve("log")).hasContent(what);
        assertThat(where.secrets()).hasContent(what);
        assertThat(where.signingKey()).hasContent(what);
    }

    @Test
    void takesThePlaceOfTheOldDataAndKeepsIt() throws IOException {
        StagedState staged = StagedState.begin(home);
        write(staged.home(), "new");
        assertHolds(home, "old");

        Path replaced = staged.commit(NOW).orElseThrow();

        assertHolds(home, "new");
        assertHolds(new SuiteHome(replaced), "old");
        assertThat(folder.resolve("staged")).doesNotExist();
        assertThat(StagedState.finish(home)).as("there is nothing left to do").isEmpty();
    }

    @Test
    void whatWasNotDecidedIsForgotten() throws IOException {
        write(StagedState.begin(home).home(), "half");

        assertThat(StagedState.finish(home)).isEmpty();
        assertHolds(home, "old");

        assertThat(StagedState.begin(home).home().secrets()).doesNotExist();
    }

    /** Cuts the exchange short after each of its steps: two for each of the four things. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void anExchangeThatWasCutShortIsFinishedByWhoeverComesNext(int steps) throws IOException {
        StagedState staged = StagedState.begin(home);
        write(staged.home(), "new");
        Files.writeString(folder.resolve("staged/whole"), "replaced-then");
        Path replaced = folder.resolve("replaced-then");
        int done = 0;
        for (String item : new String[] {"postgres/data", "kafka", "secrets.properties", "issuer-key.json"}) {
            if (done++ < steps) {
                Files.createDirectories(replaced.resolve(item).getParent());
                Files.move(folder.resolve(item), replaced.resolve(item));
            }
            if (done++ < steps) {
                Files.move(folder.resolve("staged").resolve(item), folder.resolve(item));
            }
        }
        // Commands make folders that are missing before they look further.
        home.prepare();

        assertThat(StagedState.finish(home)).contains(replaced);

        assertHolds(home, "new");
        assertHolds(new SuiteHome(replaced), "old");
        assertThat(folder.resolve("staged")).doesNotExist();
    }
}
