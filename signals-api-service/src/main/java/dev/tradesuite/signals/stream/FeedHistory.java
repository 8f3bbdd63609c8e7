package dev.tradesuite.signals.stream;

import java.util.List;
import java.util.Optional;

/** Durable messages that memory no longer holds. */
@FunctionalInterface
public interface FeedHistory {

    /**
     * A stretch of them.
     *
     * @param messages in their order
     * @param next number that follows on the stretch, above the one it begins with
     */
    record Stretch(List<StreamMessage> messages, long next) {

        public Stretch {
            messages = List.copyOf(messages);
        }
    }

    /** The stretch that begins with a number; empty when it is no longer kept, or cannot be read now. */
    Optional<Stretch> from(long seq) throws InterruptedException;
}
