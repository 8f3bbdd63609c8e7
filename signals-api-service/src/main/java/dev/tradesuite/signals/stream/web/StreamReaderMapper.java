package dev.tradesuite.signals.stream.web;

import dev.tradesuite.signals.stream.StreamReader;
import dev.tradesuite.support.access.Caller;

/** Callers as readers of the feed. */
final class StreamReaderMapper {

    private StreamReaderMapper() {}

    /** A caller that has shown a token with the scope trade:read. */
    static StreamReader reader(Caller caller) {
        return new StreamReader(true, caller.names(), caller.seesAll());
    }
}
