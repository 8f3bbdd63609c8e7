package dev.tradesuite.support.store;

import java.util.function.Supplier;

/** Does several things together or not at all; joins the transaction that is under way, if there is one. */
public interface UnitOfWork {

    /** The commit waits until the disk has it. */
    <T> T durable(Supplier<T> work);

    /**
     * The commit does not wait for the disk. A crash of this service loses nothing; one of the database machine may
     * lose the last moments, but never a part of them and never an earlier write while a later one is kept.
     *
     * <p>Within a transaction that is already there the commit of that one decides.
     */
    <T> T relaxed(Supplier<T> work);

    /** As {@link #durable(Supplier)}, for work without a result. */
    default void durable(Runnable work) {
        durable(() -> {
            work.run();
            return true;
        });
    }

    /** As {@link #relaxed(Supplier)}, for work without a result. */
    default void relaxed(Runnable work) {
        relaxed(() -> {
            work.run();
            return true;
        });
    }
}
