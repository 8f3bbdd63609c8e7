package dev.tradesuite.portfolio.following;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether this instance may send orders: not before it has compared what is held with what is wanted. */
public final class FollowGate {

    private final AtomicBoolean open = new AtomicBoolean();

    boolean isOpen() {
        return open.get();
    }

    void open() {
        open.set(true);
    }
}
