package dev.tradesuite.launcher.run;

import dev.tradesuite.launcher.home.ProcessId;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.RunState.PartPhase;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.home.RunState.Phase;
import dev.tradesuite.launcher.home.RunStateFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes to the state file how far the run is, at every step. */
public final class RunBoard {

    private final RunStateFile file;
    private final Instant startedAt;
    private final boolean forked;
    private final Map<String, PartState> parts = new LinkedHashMap<>();
    private Phase phase = Phase.STARTING;

    public RunBoard(RunStateFile file, Instant startedAt, boolean forked, List<Part> parts) {
        this.file = file;
        this.startedAt = startedAt;
        this.forked = forked;
        parts.forEach(part -> this.parts.put(part.name(), state(part, PartPhase.WAITING)));
    }

    synchronized void phase(Phase reached) {
        phase = reached;
        write();
    }

    synchronized void part(Part part, PartPhase reached) {
        parts.put(part.name(), state(part, reached));
        write();
    }

    private static PartState state(Part part, PartPhase phase) {
        return new PartState(
                part.name(),
                phase,
                part.address(),
                part.process().map(ProcessId::of).orElse(null));
    }

    private void write() {
        file.write(new RunState(
                ProcessId.of(ProcessHandle.current()), startedAt, forked, phase, new ArrayList<>(parts.values())));
    }
}
