package dev.tradesuite.signals.stream;

import java.util.Set;

/**
 * A message as every client gets it, written once for all of them.
 *
 * @param seq its number; of one that is of the moment, the number of the durable message before it
 * @param subject what it is about
 * @param isEnd whether nothing is left of its subject: a position that was closed
 * @param text as JSON
 */
public record StreamMessage(long seq, Subject subject, boolean isEnd, String text) {

    /**
     * What a message is about. Of two messages about the same the newer one is how it stands.
     *
     * @param kind what it tells
     * @param symbol instrument; empty of news, which are about none
     * @param timeframe name of the length of the bars it rests on; empty for a price
     * @param slot strategy of a signal, id of a position, account or job of the moment; empty for price and equity, of
     *     which there is one each, and for other news
     * @param strategies codes of whom it tells; none for a price
     * @param audience whom it may reach
     */
    public record Subject(
            StreamKind kind,
            String symbol,
            String timeframe,
            String slot,
            Set<String> strategies,
            StreamAudience audience) {

        /** What reaches everybody. */
        public Subject(StreamKind kind, String symbol, String timeframe, String slot, Set<String> strategies) {
            this(kind, symbol, timeframe, slot, strategies, new StreamAudience.Everybody());
        }

        public Subject {
            strategies = Set.copyOf(strategies);
        }
    }
}
