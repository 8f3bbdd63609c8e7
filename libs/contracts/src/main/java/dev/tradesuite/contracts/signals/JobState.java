package dev.tradesuite.contracts.signals;

/** How far a job, or its part for one symbol, is. */
public enum JobState {
    /** No instance has begun it yet. */
    QUEUED,
    RUNNING,
    /** Something it needs is away; it goes on when that is back. */
    WAITING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more happens. */
    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING, WAITING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
