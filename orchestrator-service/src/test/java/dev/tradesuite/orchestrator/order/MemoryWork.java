package dev.tradesuite.orchestrator.order;

import dev.tradesuite.support.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Transactions over what tests keep in memory: what a transaction that fails has changed is undone. Says where it comes
 * by, so that a test can let the instance die there.
 */
public final class MemoryWork implements UnitOfWork {

    private final List<Supplier<Runnable>> stores = new ArrayList<>();
    private final Lines lines;
    private boolean running;

    public MemoryWork(Lines lines) {
        this.lines = lines;
    }

    /**
     * Adds a store.
     *
     * @param snapshot returns what puts the store back to how it is now
     */
    public void takesPart(Supplier<Runnable> snapshot) {
        stores.add(snapshot);
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        return run("durable", work);
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return run("relaxed", work);
    }

    private <T> T run(String kind, Supplier<T> work) {
        if (running) {
            return work.get();
        }
        lines.pass(kind + " begins");
        List<Runnable> undo = stores.stream().map(Supplier::get).toList();
        running = true;
        boolean committed = false;
        T result;
        try {
            result = work.get();
            lines.pass(kind + " before its commit");
            committed = true;
        } finally {
            running = false;
            if (!committed) {
                undo.forEach(Runnable::run);
            }
        }
        lines.pass(kind + " committed");
        return result;
    }
}
