package dev.tradesuite.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneAtATime() throws IOException {
        Path file = folder.resolve("lock");
        assertThat(RunLock.isHeld(file)).isFalse();

        try (RunLock _ = RunLock.tryTake(file).orElseThrow()) {
            assertThat(RunLock.tryTake(file)).isEmpty();
            assertThat(RunLock.isHeld(file)).isTrue();
        }

        assertThat(RunLock.isHeld(file)).isFalse();
        try (RunLock again = RunLock.tryTake(file).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}
