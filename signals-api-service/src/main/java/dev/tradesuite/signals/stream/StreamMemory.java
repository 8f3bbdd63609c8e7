package dev.tradesuite.signals.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest messages, and how everything stands after them. For one thread at a time: the hub's lock guards it. */
final class StreamMemory {

    /**
     * What a message replaces another in.
     *
     * @param kind what it tells
     * @param symbol instrument
     * @param timeframe length of the bars; empty for a price
     * @param slot strategy or position; empty for price and equity
     */
    private record Place(StreamKind kind, String symbol, String timeframe, String slot) {}

    private final int most;
    private final ArrayDeque<StreamMessage> recent = new ArrayDeque<>();
    private final Map<Place, StreamMessage> state = new LinkedHashMap<>();
    private @Nullable StreamSnapshot snapshot;
    private long completeFrom;
    private long newest = -1;

    /** @param most messages it holds */
    StreamMemory(int most) {
        this.most = most;
    }

    /** Forgets everything; the next message is {@code from} or one after it. */
    void startAt(long from) {
        recent.clear();
        state.clear();
        snapshot = null;
        completeFrom = from;
        newest = from - 1;
    }

    /** Number of the newest message that was read; -1 before the first of all. */
    long newest() {
        return newest;
    }

    /** Takes in the next durable message. */
    void add(StreamMessage message) {
        recent.addLast(message);
        newest = message.seq();
        if (recent.size() > most) {
            completeFrom = recent.removeFirst().seq() + 1;
        }
        put(message);
    }

    /** Notes that a number has nothing for clients. */
    void pass(long seq) {
        newest = seq;
    }

    /** Takes in a message that is of the moment: only the state changes. */
    void addMoment(StreamMessage message) {
        put(message);
    }

    /** Adds what was true before the oldest message, where none of them tells of it. */
    void fill(Collection<StreamMessage> older) {
        older.forEach(message -> state.putIfAbsent(place(message), message));
        snapshot = null;
    }

    /** How everything stands. */
    StreamSnapshot snapshot() {
        StreamSnapshot known = snapshot;
        if (known == null) {
            known = new StreamSnapshot(newest, List.copyOf(state.values()));
            snapshot = known;
        }
        return known;
    }

    /** Whether it has every message from a number on. */
    boolean holdsFrom(long seq) {
        return seq >= completeFrom;
    }

    /** The oldest messages from a number on, at most so many. */
    List<StreamMessage> from(long seq, int atMost) {
        return recent.stream()
                .filter(message -> message.seq() >= seq)
                .limit(atMost)
                .toList();
    }

    private void put(StreamMessage message) {
        if (message.subject().kind().isNews()) {
            return;
        }
        if (message.isEnd()) {
            state.remove(place(message));
        } else {
            state.put(place(message), message);
        }
        snapshot = null;
    }

    private static Place place(StreamMessage message) {
        StreamMessage.Subject subject = message.subject();
        return new Place(subject.kind(), subject.symbol(), subject.timeframe(), subject.slot());
    }
}
