package dev.tradesuite.launcher.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process, told apart from a later one that got the same number.
 *
 * @param pid process number
 * @param startedAt when the process started, as the operating system says; absent where it does not say
 */
public record ProcessId(long pid, @Nullable Instant startedAt) {

    /** The operating system derives the start from the boot time, which an adjusted clock moves a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant().orElse(null));
    }

    /** The process, while it is alive and still the same one. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(null);
        return startedAt == null
                || started == null
                || Duration.between(startedAt, started).abs().compareTo(TOLERANCE) <= 0;
    }
}
