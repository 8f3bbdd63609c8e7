package dev.tradesuite.broker;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of one broker, by name. Names are compared without dashes and in whatever case, so that they may come
 * from a file ({@code spread-pips}) as from the environment ({@code SPREADPIPS}).
 */
public final class BrokerOptions {

    private final Map<String, String> values = new HashMap<>();

    public BrokerOptions(Map<String, String> settings) {
        settings.forEach((name, value) -> values.put(plain(name), value.strip()));
    }

    /** The text of a setting. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(plain(name))).filter(value -> !value.isEmpty());
    }

    /** A setting the broker cannot do without. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    public Optional<BigDecimal> decimal(String name) {
        return read(name, "a number", BigDecimal::new);
    }

    /** A length of time such as {@code 250ms}, {@code 8s}, {@code 5m} or {@code PT8S}. */
    public Optional<Duration> duration(String name) {
        return read(name, "a length of time such as 250ms, 8s or 5m", BrokerOptions::durationOf);
    }

    /** The parts of a list with commas. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private <T> Optional<T> read(String name, String expected, Function<String, T> reader) {
        return text(name).map(value -> {
            try {
                return reader.apply(value);
            } catch (RuntimeException _) {
                throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, expected, value));
            }
        });
    }

    private static Duration durationOf(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        if (text.startsWith("pt")) {
            return Duration.parse(text);
        }
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.parse("pt" + text);
    }

    private static String plain(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
