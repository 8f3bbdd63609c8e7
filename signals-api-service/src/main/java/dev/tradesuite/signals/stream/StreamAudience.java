package dev.tradesuite.signals.stream;

import java.util.Set;

/** Whom a message may reach. */
public sealed interface StreamAudience {

    /** Every client, also one that has shown no token. */
    record Everybody() implements StreamAudience {}

    /** Every client that has shown a token. */
    record Readers() implements StreamAudience {}

    /**
     * Whoever may be called by the names of all these owners, itself or by its groups, and whoever sees all.
     *
     * @param names of the owners; empty: only whoever sees all
     */
    record Owners(Set<String> names) implements StreamAudience {

        public Owners {
            names = Set.copyOf(names);
        }
    }

    /** Whoever sees all. */
    static StreamAudience administrators() {
        return new Owners(Set.of());
    }

    /** Whether a client is among them. */
    default boolean includes(StreamReader reader) {
        return switch (this) {
            case Everybody() -> true;
            case Readers() -> reader.isKnown();
            case Owners(Set<String> names) ->
                reader.isKnown()
                        && (reader.seesAll()
                                || (!names.isEmpty() && reader.names().containsAll(names)));
        };
    }
}
