package dev.tradesuite.ledger.prediction;

import java.util.function.Supplier;

/** Does several things together or not at all. */
public interface UnitOfWork {

    /** The commit waits for the disk. */
    <T> T durable(Supplier<T> work);

    /** The commit does not wait; a crash may lose it, but never without losing everything committed after it. */
    <T> T relaxed(Supplier<T> work);
}
