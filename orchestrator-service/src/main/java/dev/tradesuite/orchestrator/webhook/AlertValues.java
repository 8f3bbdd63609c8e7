package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the numbers and timeframes of alerts, whole or not at all. */
public final class AlertValues {

    private static final int MAX_DIGITS = 30;
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");
    // A single comma might be a decimal one; two, or one before a point, can only group thousands.
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(?:(?:,\\d{3})+\\.\\d{1,40}|(?:,\\d{3}){2,12})");

    private AlertValues() {}

    /**
     * The number that is written: {@code 1.0835}, {@code 4110}, {@code 4,110.50} or {@code 1,234,567}.
     *
     * @throws IllegalArgumentException for anything else, {@code 4,110} and {@code 1,0835} among it
     */
    public static BigDecimal number(String written) {
        String text = written.strip();
        BigDecimal number;
        if (PLAIN.matcher(text).matches()) {
            number = new BigDecimal(text);
        } else if (GROUPED.matcher(text).matches()) {
            number = new BigDecimal(text.replace(",", ""));
        } else {
            throw new IllegalArgumentException(
                    text.indexOf(',') < 0
                            ? "expected a number such as 1.0835"
                            : "expected a decimal point, such as 1.0835 or 4,110.50: this comma might be either");
        }
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException("expected at most %d digits".formatted(MAX_DIGITS));
        }
        return number;
    }

    /**
     * A timeframe by its name, or as charts write it: minutes, {@code 1h}, {@code D}. A capital M after a number is a
     * month there.
     *
     * @throws IllegalArgumentException when there is none of that length
     */
    public static Timeframe timeframe(String written) {
        String text = written.strip();
        return switch (text) {
            case "1", "1m", "1min" -> Timeframe.M1;
            case "5", "5m", "5min" -> Timeframe.M5;
            case "15", "15m", "15min" -> Timeframe.M15;
            case "30", "30m", "30min" -> Timeframe.M30;
            case "60", "60m", "1h", "1H" -> Timeframe.H1;
            case "240", "240m", "4h", "4H" -> Timeframe.H4;
            case "1440", "D", "d", "1D", "1d", "24h" -> Timeframe.D1;
            default -> {
                try {
                    yield Timeframe.valueOf(text.toUpperCase(Locale.ROOT));
                } catch (IllegalArgumentException _) {
                    throw new IllegalArgumentException(
                            "expected M1, M5, M15, M30, H1, H4 or D1, or as charts write them: 5, 15, 60, 1h, 240, D");
                }
            }
        };
    }
}
