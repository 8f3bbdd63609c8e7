package dev.tradesuite.signals.stream;

import java.util.Set;

/** Messages for tests. */
final class StreamMessages {

    private StreamMessages() {}

    static StreamMessage signal(long seq, String strategy) {
        return signal(seq, "M5", strategy);
    }

    static StreamMessage signal(long seq, String timeframe, String strategy) {
        return new StreamMessage(
                seq,
                new StreamMessage.Subject(StreamKind.SIGNAL, "EURUSD", timeframe, strategy, Set.of(strategy)),
                false,
                "signal " + seq);
    }

    static StreamMessage equity(long seq, String timeframe, String text) {
        return new StreamMessage(
                seq,
                new StreamMessage.Subject(StreamKind.EQUITY, "EURUSD", timeframe, "", Set.of("RL_PPO")),
                false,
                text);
    }

    static StreamMessage price(long seq, String symbol, String text) {
        return new StreamMessage(
                seq, new StreamMessage.Subject(StreamKind.PRICE, symbol, "", "", Set.of()), false, text);
    }

    static StreamMessage position(long seq, String id, boolean isClosed) {
        return new StreamMessage(
                seq,
                new StreamMessage.Subject(StreamKind.POSITION, "EURUSD", "M5", id, Set.of("RL_PPO")),
                isClosed,
                "position " + id + " " + seq);
    }
}
