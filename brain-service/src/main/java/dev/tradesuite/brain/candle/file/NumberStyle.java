package dev.tradesuite.brain.candle.file;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.UnreadableSourceException.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes numbers; a file keeps to one style. */
enum NumberStyle {
    /** {@code 1845.40}, {@code 1,845.40} and {@code 1 845.40}. */
    DECIMAL_POINT(Pattern.compile("[-+]?\\d{1,3}(?:[,'\u2019\u00A0\u202F ]\\d{3})+(?:\\.\\d+)?")),
    /** {@code 1845,40}, {@code 1.845,40} and {@code 1 845,40}. */
    DECIMAL_COMMA(Pattern.compile("[-+]?(?:\\d+|\\d{1,3}(?:[.'\u2019\u00A0\u202F ]\\d{3})+)(?:,\\d+)?"));

    private static final Pattern EITHER = Pattern.compile("[-+]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern SURELY_COMMA = Pattern.compile("[-+]?[\\d.'\u2019\u00A0\u202F ]+,\\d+");
    private static final Pattern SURELY_POINT =
            Pattern.compile("[-+]?[\\d,'\u2019\u00A0\u202F ]*\\.\\d+|[-+]?\\d{1,3}(?:,\\d{3}){2,}");

    private final Pattern grouped;

    NumberStyle(Pattern grouped) {
        this.grouped = grouped;
    }

    /**
     * The style that prices show, and where they have neither point nor comma the volumes.
     *
     * @throws UnreadableSourceException when the numbers can be read either way, such as {@code 1,845}
     */
    static NumberStyle of(List<String> prices, List<String> volumes) {
        return shownBy(prices).or(() -> shownBy(volumes)).orElseGet(() -> {
            prices.stream().filter(NumberStyle::isEither).findFirst().ifPresent(NumberStyle::refuse);
            volumes.stream().filter(NumberStyle::isEither).findFirst().ifPresent(NumberStyle::refuse);
            return DECIMAL_POINT;
        });
    }

    /**
     * Reads a number.
     *
     * @throws NumberFormatException when it is none in this style
     */
    BigDecimal read(String text) {
        String number = text.startsWith("$") ? text.substring(1) : text;
        if (this == DECIMAL_POINT && !isGrouped(number)) {
            return new BigDecimal(number);
        }
        if (!grouped.matcher(number).matches()) {
            throw new NumberFormatException(text);
        }
        StringBuilder plain = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            if ((character >= '0' && character <= '9') || character == '-' || character == '+') {
                plain.append(character);
            } else if (character == (this == DECIMAL_POINT ? '.' : ',')) {
                plain.append('.');
            }
        }
        return new BigDecimal(plain.toString());
    }

    private static boolean isGrouped(String number) {
        for (int i = 0; i < number.length(); i++) {
            char character = number.charAt(i);
            if (character == ',' || character == ' ' || character == '\'' || character > 0x7F) {
                return true;
            }
        }
        return false;
    }

    private static Optional<NumberStyle> shownBy(List<String> numbers) {
        int points = 0;
        int commas = 0;
        for (String number : numbers) {
            if (SURELY_POINT.matcher(number).matches()) {
                points++;
            } else if (!isEither(number) && SURELY_COMMA.matcher(number).matches()) {
                commas++;
            }
        }
        if (points == commas) {
            return Optional.empty();
        }
        return Optional.of(points > commas ? DECIMAL_POINT : DECIMAL_COMMA);
    }

    private static boolean isEither(String number) {
        return EITHER.matcher(number).matches();
    }

    private static void refuse(String number) {
        throw UnreadableSourceException.misfit(
                "the numbers of the file are ambiguous",
                List.of(new Fault(
                        "decimal_comma",
                        "'" + number + "' may have a comma for decimals or for thousands, and no row shows which;"
                                + " say decimal_comma=true or decimal_comma=false")));
    }
}
