package dev.tradesuite.launcher.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running launcher tells the other commands about itself.
 *
 * @param launcher the launcher's process
 * @param startedAt when {@code up} began
 * @param forked whether each service has a process of its own
 * @param phase how far the suite is
 * @param parts every part, in the order they are shown
 */
public record RunState(ProcessId launcher, Instant startedAt, boolean forked, Phase phase, List<PartState> parts) {

    /** How far the suite is. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /** How far one part is. */
    public enum PartPhase {
        WAITING,
        STARTING,
        READY,
        FAILED,
        STOPPED
    }

    /**
     * One part of the suite.
     *
     * @param name such as {@code brain-service} or {@code kafka}
     * @param phase how far it is
     * @param address URL, or host and port
     * @param process its process when it is not the launcher's own
     */
    public record PartState(String name, PartPhase phase, String address, @Nullable ProcessId process) {}

    public RunState {
        parts = List.copyOf(parts);
    }

    /** The part of that name. */
    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
