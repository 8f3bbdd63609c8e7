package dev.tradesuite.portfolio.rebalancing;

/** Places at which a process may be killed. */
final class KillPoints {

    private int passed;
    private int deadly = Integer.MAX_VALUE;

    /** The process is gone; nothing catches that. */
    @SuppressWarnings("serial")
    static final class Killed extends Error {}

    /** Kills at the n-th place from now on, counted from 1. */
    void killAt(int place) {
        passed = 0;
        deadly = place;
    }

    /** From now on nothing is killed. */
    void spare() {
        deadly = Integer.MAX_VALUE;
    }

    void pass() {
        passed++;
        if (passed == deadly) {
            throw new Killed();
        }
    }
}
