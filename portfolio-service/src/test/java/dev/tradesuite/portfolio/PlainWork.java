package dev.tradesuite.portfolio;

import dev.tradesuite.support.store.UnitOfWork;
import java.util.function.Supplier;

/** Work without a transaction around it. */
public final class PlainWork implements UnitOfWork {

    @Override
    public <T> T durable(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T relaxed(Supplier<T> work) {
        return work.get();
    }
}
