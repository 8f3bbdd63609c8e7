package dev.tradesuite.signals.stream;

import java.util.List;
import java.util.Optional;

/** What brings a client up to date. */
sealed interface Follow {

    /**
     * It hears everything from now on.
     *
     * @param snapshot to be sent before; empty when it misses nothing
     */
    record Joined(Optional<StreamSnapshot> snapshot) implements Follow {}

    /**
     * It missed these, and then asks again.
     *
     * @param next number to ask from
     */
    record Missed(List<StreamMessage> messages, long next) implements Follow {}

    /** It missed what only the history has. */
    record Older(long from) implements Follow {}

    /** The messages are still being read. */
    record NotReady() implements Follow {}
}
