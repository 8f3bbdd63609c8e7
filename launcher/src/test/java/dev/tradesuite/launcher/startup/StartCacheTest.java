package dev.tradesuite.launcher.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartCacheTest {

    @Test
    void isNamedLikeItsRecording() {
        assertThat(new StartCache(Path.of("/x/.suite/aot/42-17.config")).cache())
                .isEqualTo(Path.of("/x/.suite/aot/42-17.aot"));
    }

    @Test
    void doesNotExistWhenTheJvmDoesNotRecord() {
        assertThat(StartCache.ofThisJvm()).isEmpty();
    }
}
