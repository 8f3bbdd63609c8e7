package dev.tradesuite.brain.bar;

/** Tells the world what is said about a bar. */
@FunctionalInterface
public interface BarSignalEvents {

    /** Tells it together with the transaction under way. */
    void publish(ClosedBar closed, JudgedBar judged);
}
