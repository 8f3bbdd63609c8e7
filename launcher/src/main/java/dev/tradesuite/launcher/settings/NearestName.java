package dev.tradesuite.launcher.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name a person probably meant. */
final class NearestName {

    private static final int MOST_EDITS = 3;

    private NearestName() {}

    /** The known name that takes the fewest edits, at most three. */
    static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> edits(typed, name) <= MOST_EDITS)
                .min(Comparator.comparingInt((String name) -> edits(typed, name))
                        .thenComparing(name -> name));
    }

    /** Levenshtein distance: letters inserted, removed or replaced to turn one word into the other. */
    static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
