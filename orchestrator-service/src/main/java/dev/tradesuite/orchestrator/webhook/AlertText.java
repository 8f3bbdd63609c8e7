package dev.tradesuite.orchestrator.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text of an alert that is not JSON.
 *
 * <p>Words are separated by white space, commas or semicolons. {@code name=value} states a field; up to three words
 * without a name are side, symbol and price, in this order:
 *
 * <pre>
 * BUY EURUSD 1.0835
 * sell XAUUSD 2411.5 sl=2420 tp=2390 id=7
 * symbol=EURUSD, side=buy, price=1.0835, stop_loss_pips=30
 * </pre>
 */
public final class AlertText {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final List<String> UNNAMED = List.of("side", "symbol", "price");

    private AlertText() {}

    /**
     * The fields by name, in lower case.
     *
     * @throws IllegalArgumentException when there are more words without a name than it knows
     */
    public static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int unnamed = 0;
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                fields.put(name(word.substring(0, equals)), word.substring(equals + 1));
            } else if (unnamed < UNNAMED.size()) {
                fields.put(UNNAMED.get(unnamed++), word);
            } else {
                throw new IllegalArgumentException(
                        "expected side, symbol and price, then fields such as sl=1.0785; found '%s'".formatted(word));
            }
        }
        return fields;
    }

    /** A name of a field in the form it is compared in. */
    public static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static List<String> words(String text) {
        return Stream.of(SEPARATORS.split(text.strip(), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
