package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which comes first in dates such as {@code 03/02/2023}; a file keeps to one order. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-]\\d{4}(?!\\d).*");

    /**
     * The order that the labels of a file show; empty when none of them needs one.
     *
     * @throws UnreadableSourceException when every label can be read either way
     */
    static Optional<DateOrder> of(List<String> labels) {
        String undecided = null;
        for (String label : labels) {
            Matcher parts = YEAR_LAST.matcher(label);
            if (parts.matches()) {
                if (Integer.parseInt(parts.group(1)) > 12) {
                    return Optional.of(DAY_FIRST);
                }
                if (Integer.parseInt(parts.group(2)) > 12) {
                    return Optional.of(MONTH_FIRST);
                }
                undecided = undecided == null ? label : undecided;
            }
        }
        if (undecided != null) {
            throw ambiguous(undecided);
        }
        return Optional.empty();
    }

    private static UnreadableSourceException ambiguous(String label) {
        String message = "'" + label + "' may begin with the day or with the month, and no row shows which;"
                + " say time_format=dd/MM/yyyy or time_format=MM/dd/yyyy, with the time of day where there is one";
        return UnreadableSourceException.misfit(
                "the dates of the file are ambiguous", List.of(new Fault("time_format", message)));
    }
}
