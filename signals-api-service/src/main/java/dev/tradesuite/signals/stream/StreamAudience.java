package dev.tradesuite.signals.stream;

import java.util.Optional;

/** Whom a message may reach. */
public sealed interface StreamAudience {

    /** Every client, also one that has shown no token. */
    record Everybody() implements StreamAudience {}

    /** Every client that has shown a token. */
    record Readers() implements StreamAudience {}

    /**
     * An owner, and whoever sees all.
     *
     * @param name of the owner; empty: only whoever sees all
     */
    record Owner(Optional<String> name) implements StreamAudience {}

    /** Whether a client is among them. */
    default boolean includes(StreamReader reader) {
        return switch (this) {
            case Everybody() -> true;
            case Readers() -> reader.isKnown();
            case Owner(Optional<String> name) ->
                reader.isKnown()
                        && (reader.seesAll()
                                || name.filter(reader.names()::contains).isPresent());
        };
    }
}
