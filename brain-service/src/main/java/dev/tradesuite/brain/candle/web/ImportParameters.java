package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.file.CandleField;
import dev.tradesuite.brain.candle.file.FileFormat;
import dev.tradesuite.brain.candle.file.TimeFormat;
import dev.tradesuite.brain.candle.file.TimeRule;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller tells about a file and its import.
 *
 * @param format how to read it
 * @param onConflict what to do with a row whose candle is stored with other prices
 */
record ImportParameters(FileFormat format, ConflictPolicy onConflict) {

    private static final Duration LONGEST_SHIFT = Duration.ofHours(36);

    /**
     * Reads the query parameters.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} naming every faulty parameter
     */
    static ImportParameters read(Texts texts, InstrumentCatalog catalog) {
        Reader reader = new Reader(catalog);
        FileFormat format = new FileFormat(
                reader.symbol(texts.symbol()),
                reader.columns(texts.columns()),
                reader.timeFormat(texts.timeFormat()),
                reader.zone(texts.zone()),
                reader.shift(texts.shift()),
                reader.timeRules(texts.timeRules()),
                Boolean.TRUE.equals(reader.yesOrNo("no_header", texts.noHeader())),
                reader.yesOrNo("decimal_comma", texts.decimalComma()));
        ConflictPolicy onConflict = reader.onConflict(texts.onConflict());
        if (!reader.faults.isEmpty()) {
            throw ProblemException.invalid(reader.faults);
        }
        return new ImportParameters(format, onConflict);
    }

    /** Parameters as the caller wrote them; absent ones are empty. */
    record Texts(
            String symbol,
            String columns,
            String timeFormat,
            String zone,
            String shift,
            List<String> timeRules,
            String noHeader,
            String decimalComma,
            String onConflict) {}

    /**
     * A column with its field.
     *
     * @param header header or number of the column, or two of them joined by a plus
     */
    private record Pair(Optional<CandleField> field, String header) {

        /** Reads {@code time:Date} and {@code 1=time}. */
        static Pair of(String text) {
            int equals = text.lastIndexOf('=');
            if (equals >= 0) {
                Optional<CandleField> field =
                        CandleField.named(text.substring(equals + 1).strip());
                if (field.isPresent()) {
                    return new Pair(field, text.substring(0, equals));
                }
            }
            int colon = text.indexOf(':');
            return colon < 0
                    ? new Pair(Optional.empty(), "")
                    : new Pair(CandleField.named(text.substring(0, colon).strip()), text.substring(colon + 1));
        }
    }

    /** Reads one parameter after the other and collects what is wrong with them. */
    private static final class Reader {

        private static final String NOT_VALID = "NOT_VALID";
        private static final String COLUMNS =
                "expected field:header or column=field, such as time:Date or 1=time, where field is time, symbol,"
                        + " open, high, low, close, adjusted_close or volume and only time may join two, as in"
                        + " time:date+time";

        private final InstrumentCatalog catalog;
        private final List<FieldError> faults = new ArrayList<>();

        Reader(InstrumentCatalog catalog) {
            this.catalog = catalog;
        }

        private ConflictPolicy onConflict(String text) {
            if (text.equals("replace")) {
                return ConflictPolicy.REPLACE;
            }
            if (!text.isBlank() && !text.equals("keep")) {
                bad("on_conflict", "expected keep or replace", text);
            }
            return ConflictPolicy.KEEP;
        }

        private @Nullable String symbol(String text) {
            if (text.isBlank()) {
                return null;
            }
            Optional<String> symbol = catalog.find(text).map(Instrument::symbol);
            if (symbol.isEmpty()) {
                faults.add(new FieldError(
                        "symbol", ProblemCode.UNKNOWN_SYMBOL.name(), catalog.refusal(text), shown(text)));
            }
            return symbol.orElse(null);
        }

        private Map<CandleField, List<String>> columns(String text) {
            Map<CandleField, List<String>> columns = new EnumMap<>(CandleField.class);
            if (text.isBlank()) {
                return columns;
            }
            for (String pair : text.split(",", -1)) {
                Pair named = Pair.of(pair);
                List<String> headers = headers(named.header());
                boolean joins = headers.size() == 2 && named.field().equals(Optional.of(CandleField.TIME));
                if (named.field().isEmpty() || !(headers.size() == 1 || joins)) {
                    bad("columns", COLUMNS, pair);
                } else {
                    columns.put(named.field().get(), headers);
                }
            }
            return columns;
        }

        private static List<String> headers(String text) {
            List<String> headers = new ArrayList<>();
            for (String header : text.split("\\+", -1)) {
                if (!header.isBlank()) {
                    headers.add(header.strip());
                }
            }
            return headers;
        }

        private @Nullable TimeFormat timeFormat(String text) {
            return switch (text) {
                case "", "auto" -> null;
                case "epoch_s" -> TimeFormat.epoch(ChronoUnit.SECONDS);
                case "epoch_ms" -> TimeFormat.epoch(ChronoUnit.MILLIS);
                case "epoch_us" -> TimeFormat.epoch(ChronoUnit.MICROS);
                case "epoch_ns" -> TimeFormat.epoch(ChronoUnit.NANOS);
                default -> pattern(text);
            };
        }

        private @Nullable TimeFormat pattern(String text) {
            try {
                return TimeFormat.pattern(text);
            } catch (IllegalArgumentException cause) {
                bad(
                        "time_format",
                        "expected auto, epoch_s, epoch_ms, epoch_us, epoch_ns or a pattern such as MM/dd/yyyy HH:mm: "
                                + cause.getMessage(),
                        text);
                return null;
            }
        }

        private @Nullable Boolean yesOrNo(String parameter, String text) {
            return switch (text) {
                case "" -> null;
                case "true" -> true;
                case "false" -> false;
                default -> {
                    bad(parameter, "expected true or false", text);
                    yield null;
                }
            };
        }

        private ZoneId zone(String text) {
            if (text.isBlank()) {
                return ZoneOffset.UTC;
            }
            try {
                return ZoneId.of(text.strip());
            } catch (DateTimeException _) {
                bad("zone", "expected a zone such as America/Bogota or an offset such as +03:00", text);
                return ZoneOffset.UTC;
            }
        }

        private Duration shift(String text) {
            if (text.isBlank()) {
                return Duration.ZERO;
            }
            try {
                Duration shift = Duration.parse(text.strip());
                if (shift.abs().compareTo(LONGEST_SHIFT) <= 0) {
                    return shift;
                }
            } catch (DateTimeParseException | ArithmeticException _) {
                // Said below, together with a shift that is too long.
            }
            bad("shift", "expected a duration of at most 36 hours such as PT-7H", text);
            return Duration.ZERO;
        }

        private List<TimeRule> timeRules(List<String> texts) {
            List<TimeRule> rules = new ArrayList<>();
            for (String text : texts) {
                try {
                    rules.add(TimeRule.parse(text));
                } catch (IllegalArgumentException cause) {
                    bad("time_rule", String.valueOf(cause.getMessage()), text);
                }
            }
            return rules;
        }

        private void bad(String field, String message, String text) {
            faults.add(new FieldError(field, NOT_VALID, message, shown(text)));
        }

        private static String shown(String text) {
            return text.length() > 100 ? text.substring(0, 97) + "..." : text;
        }
    }
}
