package dev.tradesuite.signals.stream;

/** Counts what happens to clients. */
public interface StreamWatch {

    /** A connection ended. */
    void ended(StreamEnd reason);

    /** A message of the moment was replaced before it was sent. */
    void replaced();
}
