package dev.tradesuite.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a person probably meant: {@code risk_percent} for {@code riskPercent} and for {@code risk_pct}. */
public final class NearestName {

    /** Nobody mistypes a longer one, and comparing takes as long as the names are. */
    private static final int LONGEST = 64;

    private NearestName() {}

    /** The known name that takes the fewest edits; empty when none is like the one typed. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = plain(typed);
        return known.stream()
                .filter(name -> isLike(wanted, plain(name)))
                .min(Comparator.comparingInt((String name) -> edits(wanted, plain(name)))
                        .thenComparing(name -> name));
    }

    /** Two letters in five may differ, or the one name begins with the other. */
    private static boolean isLike(String typed, String name) {
        int shorter = Math.min(typed.length(), name.length());
        return edits(typed, name) * 5 <= Math.max(typed.length(), name.length()) * 2
                || (shorter > 2 && (typed.startsWith(name) || name.startsWith(typed)));
    }

    /** The same for {@code stopLoss}, {@code stop_loss} and {@code stop-loss}. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
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
