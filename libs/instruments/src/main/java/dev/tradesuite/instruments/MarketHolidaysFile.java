package dev.tradesuite.instruments;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads the days on which markets are closed or close early from comma-separated lines. */
final class MarketHolidaysFile {

    private static final String WHAT = "Market holidays";
    private static final String SHIPPED = "instruments/market-holidays.csv";
    private static final List<String> COLUMNS = List.of("market", "date", "closes", "name");

    private MarketHolidaysFile() {}

    /**
     * The days the suite comes with, by market and date; with a time for a day that ends early.
     *
     * @param hours of every market
     */
    static Map<String, Map<LocalDate, Optional<LocalTime>>> shipped(
            Map<String, NavigableMap<LocalDate, TradingHours>> hours) {
        return collected(
                hours, reader -> CsvTable.readShipped(WHAT, MarketHolidaysFile.class, SHIPPED, COLUMNS, reader));
    }

    /** The days of a file. */
    static Map<String, Map<LocalDate, Optional<LocalTime>>> read(
            Path file, Map<String, NavigableMap<LocalDate, TradingHours>> hours) {
        return collected(hours, reader -> CsvTable.read(WHAT, file, COLUMNS, reader));
    }

    private static Map<String, Map<LocalDate, Optional<LocalTime>>> collected(
            Map<String, NavigableMap<LocalDate, TradingHours>> hours, Consumer<CsvTable.RowReader> source) {
        Map<String, Map<LocalDate, Optional<LocalTime>>> days = new HashMap<>();
        source.accept(row -> {
            String market = row.text("market");
            NavigableMap<LocalDate, TradingHours> dated = hours.get(market);
            if (dated == null) {
                throw new IllegalArgumentException(
                        "market must be one of " + new TreeSet<>(hours.keySet()) + ", was '" + market + "'");
            }
            LocalDate date = MarketHoursFile.date(row, "date");
            Optional<LocalTime> close = close(row);
            // Says so here when the day would end before it has begun.
            close.ifPresent(time -> MarketHours.on(dated, date).endingAt(date, time));
            if (days.computeIfAbsent(market, _ -> new HashMap<>()).putIfAbsent(date, close) != null) {
                throw new IllegalArgumentException("date " + date + " of " + market + " is in the file twice");
            }
        });
        return days;
    }

    private static Optional<LocalTime> close(CsvTable.Row row) {
        String text = row.text("closes");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("closes must be a time such as 13:00 or empty, was '" + text + "'");
        }
    }
}
