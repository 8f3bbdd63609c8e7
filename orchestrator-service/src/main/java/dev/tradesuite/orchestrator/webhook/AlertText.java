package dev.tradesuite.orchestrator.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text of an alert that is not JSON.
 *
 * <p>Words are separated by white space, semicolons, ampersands or commas; a comma between two digits is part of a
 * number. {@code name=value} states a field; up to three words without a name are side, symbol and price, in this
 * order:
 *
 * <pre>
 * BUY EURUSD 1.0835
 * sell XAUUSD 2,411.5 sl=2,420.0 tp=2390 id=7
 * symbol=EURUSD, side=buy, price=1.0835, stop_loss_pips=30
 * close EURUSD price=1.0835
 * </pre>
 */
public final class AlertText {

    private static final Pattern SEPARATORS = Pattern.compile("(?:[\\s;&]|(?<![0-9]),|,(?![0-9]))+");
    private static final List<String> UNNAMED = List.of("side", "symbol", "price");

    private AlertText() {}

    /**
     * The fields by name, in lower case.
     *
     * @throws IllegalArgumentException when there are more words without a name than it knows, or a field stands twice
     */
    public static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int unnamed = 0;
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                put(fields, word.substring(0, equals), word.substring(equals + 1));
            } else if (unnamed < UNNAMED.size()) {
                put(fields, UNNAMED.get(unnamed++), word);
            } else {
                throw new IllegalArgumentException(
                        "expected side, symbol and price, then fields such as sl=1.0785; found '%s'".formatted(word));
            }
        }
        return fields;
    }

    /**
     * The fields of a form, as {@code application/x-www-form-urlencoded} has them; a body without names in it is read
     * as text.
     *
     * @throws IllegalArgumentException as {@link #fields}, and when an escape is broken
     */
    public static Map<String, String> form(String body) {
        if (body.indexOf('=') < 0) {
            return fields(decoded(body));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                put(fields, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException("expected name=value, found '%s'".formatted(pair));
            }
        }
        return fields;
    }

    /**
     * Adds a field.
     *
     * @throws IllegalArgumentException when it is there already
     */
    public static void put(Map<String, String> fields, String written, String value) {
        String name = name(written);
        String other = fields.putIfAbsent(name, value);
        if (other != null) {
            throw new IllegalArgumentException("%s stands twice: '%s' and '%s'".formatted(name, other, value));
        }
    }

    /** A name of a field in the form it is compared in. */
    public static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> words(String text) {
        return Stream.of(SEPARATORS.split(text.strip(), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
