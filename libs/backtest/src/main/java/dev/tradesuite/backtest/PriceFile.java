package dev.tradesuite.backtest;

import dev.tradesuite.backtest.PastMarket.Quote;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.Resolution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The history as the files have it.
 *
 * @param markets markets of which some cycle sees a price
 * @param withoutPrice how many markets have rows, but no such price
 * @param unreadable rows that were left out, with what is wrong; by line
 */
record PriceFile(List<PastMarket> markets, int withoutPrice, List<String> unreadable) {

    private static final Pattern EPOCH = Pattern.compile("\\d{9,19}(\\.\\d{1,9})?");
    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(
            LocalDate.of(2100, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    private static final int SECOND_DIGITS = 11;
    private static final int DATE_LENGTH = "2023-02-22".length();
    private static final int LOCAL_LENGTH = "2023-02-22T00:00:19".length();

    private static final List<String> PRICE_COLUMNS =
            List.of("market_id", "token_id", "outcome", "question", "timestamp", "price");

    /**
     * Reads the files.
     *
     * @param settledFrom last price from which an outcome counts as come true where none is named
     * @throws MarketSourceException one of them cannot be read, or holds no price
     */
    static PriceFile read(HistoryFiles files, BigDecimal settledFrom) {
        Map<String, Rows> markets = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        Csv.read(files.prices(), PRICE_COLUMNS, row -> {
            try {
                markets.computeIfAbsent(text(row, "market_id"), id -> new Rows(id, text(row, "question")))
                        .add(row)
                        .ifPresent(fault -> unreadable.add("line %d (%s)".formatted(row.getRecordNumber() + 1, fault)));
            } catch (IllegalArgumentException e) {
                unreadable.add("line %d (%s)".formatted(row.getRecordNumber() + 1, e.getMessage()));
            }
        });
        Map<String, String> tokens = tokens(files.markets());
        Map<String, Map<String, BigDecimal>> named = named(files.outcomes());
        List<PastMarket> past = markets.values().stream()
                .flatMap(
                        rows -> rows.market(tokens.getOrDefault(rows.id, ""), named.get(rows.id), settledFrom).stream())
                .toList();
        if (past.isEmpty()) {
            throw new MarketSourceException("The history %s has no market with a price".formatted(files.prices()));
        }
        return new PriceFile(past, markets.size() - past.size(), List.copyOf(unreadable));
    }

    LocalDate firstDay() {
        return markets.stream()
                .map(PastMarket::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The day on which the last market is over. */
    LocalDate lastDay() {
        return markets.stream()
                .map(PastMarket::endsOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, String> tokens(@Nullable Path file) {
        Map<String, String> tokens = new HashMap<>();
        if (file != null) {
            Csv.read(
                    file,
                    List.of("market_id", "clob_token_ids"),
                    row -> tokens.put(row.get("market_id"), row.get("clob_token_ids")));
        }
        return tokens;
    }

    /** What outcomes pay, by market and outcome: 1 unless a column {@code payout} says otherwise. */
    private static Map<String, Map<String, BigDecimal>> named(@Nullable Path file) {
        Map<String, Map<String, BigDecimal>> outcomes = new HashMap<>();
        if (file != null) {
            Csv.read(file, List.of("market_id", "outcome"), row -> outcomes.computeIfAbsent(
                            text(row, "market_id"), _ -> new LinkedHashMap<>())
                    .put(
                            text(row, "outcome"),
                            row.isMapped("payout") ? fraction("payout", text(row, "payout")) : BigDecimal.ONE));
        }
        return outcomes;
    }

    private static String text(CSVRecord row, String column) {
        String text = row.isSet(column) ? row.get(column).strip() : "";
        if (text.isEmpty()) {
            throw new IllegalArgumentException(column + " is missing");
        }
        return text;
    }

    private static BigDecimal fraction(String name, String text) {
        BigDecimal value = new BigDecimal(text);
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("%s is not from 0 to 1: %s".formatted(name, text));
        }
        return value;
    }

    /** What the file has of one market. */
    private static final class Rows {

        private final String id;
        private final String question;
        private final Map<String, String> tokenOf = new LinkedHashMap<>();
        private final NavigableMap<Instant, Map<String, BigDecimal>> prices = new TreeMap<>();

        Rows(String id, String question) {
            this.id = id;
            this.question = question;
        }

        /**
         * Takes a row. Where two have different prices of an outcome at one time the lower one counts, in whatever
         * order they stand.
         *
         * @return what is wrong with it, if anything is
         */
        Optional<String> add(CSVRecord row) {
            String outcome = text(row, "outcome");
            Instant at = instant(text(row, "timestamp"));
            BigDecimal price = fraction("price", text(row, "price"));
            tokenOf.put(outcome, text(row, "token_id"));
            BigDecimal other = prices.computeIfAbsent(at, _ -> new HashMap<>()).putIfAbsent(outcome, price);
            if (other == null || other.compareTo(price) == 0) {
                return Optional.empty();
            }
            prices.computeIfAbsent(at, _ -> new HashMap<>()).put(outcome, other.min(price));
            return Optional.of("market %s has two prices of %s at %s".formatted(id, outcome, at));
        }

        /**
         * The market, when it has a price.
         *
         * @param tokens the venue's list of tokens, which has the order of the outcomes
         */
        Optional<PastMarket> market(String tokens, @Nullable Map<String, BigDecimal> named, BigDecimal settledFrom) {
            List<String> outcomes = outcomes(tokens);
            Resolution resolution = named == null ? null : resolution(outcomes, named);
            return PastMarket.of(id, question, outcomes, quotes(), resolution, settledFrom);
        }

        private Resolution resolution(List<String> outcomes, Map<String, BigDecimal> named) {
            Map<String, BigDecimal> payouts = new HashMap<>();
            outcomes.forEach(outcome -> payouts.put(outcome, BigDecimal.ZERO));
            payouts.putAll(named);
            if (payouts.size() > outcomes.size()) {
                throw new MarketSourceException("The outcome named for market %s is %s; it has %s"
                        .formatted(id, String.join(", ", named.keySet()), String.join(", ", outcomes)));
            }
            if (!Resolution.canBe(List.copyOf(payouts.values()))) {
                throw new MarketSourceException(
                        "The outcomes named for market %s must pay 1 together: %s".formatted(id, named));
            }
            return new Resolution(payouts);
        }

        private List<String> outcomes(String tokens) {
            Comparator<Map.Entry<String, String>> order =
                    Comparator.comparingInt(entry -> tokens.indexOf(entry.getValue()));
            return tokenOf.entrySet().stream()
                    .sorted(order)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** By the cycle that sees them first, the newest price of each outcome. */
        private Map<LocalDate, Quote> quotes() {
            Map<LocalDate, Map<String, BigDecimal>> newest = new TreeMap<>();
            Map<LocalDate, Instant> at = new HashMap<>();
            prices.forEach((moment, ofMoment) -> {
                LocalDate day = ReplayClock.firstCycleAfter(moment);
                newest.computeIfAbsent(day, _ -> new HashMap<>()).putAll(ofMoment);
                at.put(day, moment);
            });
            Map<LocalDate, Quote> quotes = new TreeMap<>();
            newest.forEach((day, ofDay) -> quotes.put(day, new Quote(at.getOrDefault(day, Instant.EPOCH), ofDay)));
            return quotes;
        }

        /**
         * {@code 2023-02-22 00:00:19}, which is UTC, with an offset as ISO 8601 has it, a day alone, or the seconds,
         * milliseconds, microseconds or nanoseconds since 1970.
         */
        private static Instant instant(String text) {
            String iso = text.replace(' ', 'T');
            try {
                if (EPOCH.matcher(text).matches()) {
                    return ofEpoch(new BigDecimal(text));
                }
                if (iso.length() == DATE_LENGTH) {
                    return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
                }
                return iso.length() <= LOCAL_LENGTH
                        ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(iso).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("timestamp is no time: " + text, e);
            }
        }

        /**
         * The magnitude tells the unit: a second of 1973 to 5138 has nine to eleven digits, a millisecond three more.
         */
        private static Instant ofEpoch(BigDecimal number) {
            int digits = number.precision() - number.scale();
            int power = digits <= SECOND_DIGITS ? 0 : digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
            BigDecimal seconds = number.movePointLeft(power);
            if (seconds.compareTo(END_OF_TIME) > 0) {
                throw new IllegalArgumentException("timestamp is no time of 1970 to 2100: " + number.toPlainString());
            }
            return Instant.ofEpochSecond(0, seconds.movePointRight(9).longValue());
        }
    }
}
