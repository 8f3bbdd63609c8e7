package dev.tradesuite.orchestrator.cycle;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The cycles this instance is running. Safe for many threads. */
public final class Leases {

    private final CycleStore store;
    private final Map<UUID, Long> running = new ConcurrentHashMap<>();

    public Leases(CycleStore store) {
        this.store = store;
    }

    void hold(Cycle cycle) {
        running.put(cycle.id(), cycle.fence());
    }

    void release(Cycle cycle) {
        running.remove(cycle.id(), cycle.fence());
    }

    /** Prolongs all of them; to be called several times within the length of a lease. */
    public void renew() {
        List<CycleStore.Held> held = running.entrySet().stream()
                .map(each -> new CycleStore.Held(each.getKey(), each.getValue()))
                .toList();
        if (!held.isEmpty()) {
            store.renew(held);
        }
    }
}
