package dev.tradesuite.signals.activity;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name whose reading is kept; empty when the token has no subject
 * @param books accounts that are the reader's own, those of its portfolios included; empty optional: all are
 */
public record ActivityReader(Optional<String> name, Optional<Set<String>> books) {

    public ActivityReader {
        books = books.map(Set::copyOf);
    }
}
