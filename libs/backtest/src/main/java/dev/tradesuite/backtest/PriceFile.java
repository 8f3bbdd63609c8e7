package dev.tradesuite.backtest;

import dev.tradesuite.backtest.PastMarket.Quote;
import dev.tradesuite.market.MarketSourceException;
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
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The history as the files have it.
 *
 * @param markets markets with a price on some day
 * @param withoutPrice how many markets have rows, but no day with a price
 * @param unreadable rows that were left out, with what is wrong; by line
 */
record PriceFile(List<PastMarket> markets, int withoutPrice, List<String> unreadable) {

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
                        .add(row);
            } catch (IllegalArgumentException e) {
                unreadable.add("line %d (%s)".formatted(row.getRecordNumber() + 1, e.getMessage()));
            }
        });
        Map<String, String> tokens = tokens(files.markets());
        Map<String, String> named = named(files.outcomes());
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

    /** The day after the last price, on which the last market ends. */
    LocalDate lastDay() {
        return markets.stream()
                .map(PastMarket::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusDays(1);
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

    private static Map<String, String> named(@Nullable Path file) {
        Map<String, String> outcomes = new HashMap<>();
        if (file != null) {
            Csv.read(
                    file,
                    List.of("market_id", "outcome"),
                    row -> outcomes.put(text(row, "market_id"), text(row, "outcome")));
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

    /** What the file has of one market. */
    private static final class Rows {

        private final String id;
        private final String question;
        private final Map<String, String> tokenOf = new LinkedHashMap<>();
        private final Map<LocalDate, Map<String, BigDecimal>> prices = new TreeMap<>();
        private final Map<LocalDate, Instant> newest = new HashMap<>();

        Rows(String id, String question) {
            this.id = id;
            this.question = question;
        }

        /** Of several prices of a day, the last one in the file stays. */
        void add(CSVRecord row) {
            String outcome = text(row, "outcome");
            Instant at = instant(text(row, "timestamp"));
            BigDecimal price = price(text(row, "price"));
            LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
            tokenOf.put(outcome, text(row, "token_id"));
            prices.computeIfAbsent(day, _ -> new HashMap<>()).put(outcome, price);
            newest.merge(day, at, (known, next) -> known.isAfter(next) ? known : next);
        }

        /**
         * The market, when it has a price.
         *
         * @param tokens the venue's list of tokens, which has the order of the outcomes
         */
        Optional<PastMarket> market(String tokens, @Nullable String named, BigDecimal settledFrom) {
            List<String> outcomes = outcomes(tokens);
            if (named != null && !outcomes.contains(named)) {
                throw new MarketSourceException("The outcome named for market %s is %s; it has %s"
                        .formatted(id, named, String.join(", ", outcomes)));
            }
            return PastMarket.of(id, question, outcomes, quotes(), named, settledFrom);
        }

        private List<String> outcomes(String tokens) {
            Comparator<Map.Entry<String, String>> order =
                    Comparator.comparingInt(entry -> tokens.indexOf(entry.getValue()));
            return tokenOf.entrySet().stream()
                    .sorted(order)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private Map<LocalDate, Quote> quotes() {
            Map<LocalDate, Quote> quotes = new TreeMap<>();
            prices.forEach((day, ofDay) -> quotes.put(day, new Quote(newest.getOrDefault(day, Instant.EPOCH), ofDay)));
            return quotes;
        }

        private static BigDecimal price(String text) {
            BigDecimal price = new BigDecimal(text);
            if (price.signum() < 0 || price.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("price is not from 0 to 1: " + text);
            }
            return price;
        }

        /** {@code 2023-02-22 00:00:19}, which is UTC, or with an offset as ISO 8601 has it. */
        private static Instant instant(String text) {
            String iso = text.replace(' ', 'T');
            try {
                return iso.length() <= 19
                        ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                        : OffsetDateTime.parse(iso).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("timestamp is no time: " + text, e);
            }
        }
    }
}
