package dev.tradesuite.signals.stream;

/** What a client asks for. */
public sealed interface StreamCommand {

    /** Whether anybody is there. */
    record Ping() implements StreamCommand {}

    /** More of some messages. */
    record Subscribe(Subscription.Named named) implements StreamCommand {}

    /** Less of them. */
    record Unsubscribe(Subscription.Named named) implements StreamCommand {}

    /** What follows on a number, once more. */
    record Resume(long lastSeq) implements StreamCommand {}
}
