package dev.tradesuite.signals.stream;

import java.util.List;

/**
 * How everything stands after a message.
 *
 * @param seq number of that message
 * @param messages the newest about each subject
 */
public record StreamSnapshot(long seq, List<StreamMessage> messages) {

    public StreamSnapshot {
        messages = List.copyOf(messages);
    }

    /** The messages of a kind that a client wants. */
    public List<StreamMessage> of(StreamKind kind, Subscription wanted) {
        return messages.stream()
                .filter(message -> message.subject().kind() == kind)
                .filter(message -> wanted.includes(message.subject()))
                .toList();
    }
}
