package dev.tradesuite.signals;

import dev.tradesuite.support.store.UnitOfWork;
import java.util.List;
import java.util.function.Supplier;

/** Work on memories, each of which tells how to take everything back to how it was before. */
public final class UndoneWork implements UnitOfWork {

    private final List<Supplier<Runnable>> memories;

    /** @param memories give, when asked, what takes back all that happens afterwards */
    public UndoneWork(List<Supplier<Runnable>> memories) {
        this.memories = List.copyOf(memories);
    }

    @Override
    public <T> T durable(Supplier<T> work) {
        List<Runnable> undo = memories.stream().map(Supplier::get).toList();
        try {
            return work.get();
        } catch (RuntimeException e) {
            undo.forEach(Runnable::run);
            throw e;
        }
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return durable(work);
    }
}
