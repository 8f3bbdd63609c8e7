package dev.tradesuite.signals.stream;

import java.util.Set;

/**
 * Who listens to the feed, as far as it matters for what it may hear.
 *
 * @param isKnown whether it has shown a token with the scope trade:read, or a ticket for one
 * @param names what owners may be called that are this one
 * @param seesAll whether everything counts as its own
 */
public record StreamReader(boolean isKnown, Set<String> names, boolean seesAll) {

    /** Somebody who has shown nothing. */
    public static final StreamReader NOBODY = new StreamReader(false, Set.of(), false);

    public StreamReader {
        names = Set.copyOf(names);
    }
}
