package dev.tradesuite.instruments;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the dated hours of markets from comma-separated lines. */
final class MarketHoursFile {

    private static final String WHAT = "Market hours";
    private static final String SHIPPED = "instruments/market-hours.csv";
    private static final List<String> COLUMNS =
            List.of("market", "valid_from", "zone", "days", "opens", "closes", "pre_market_from");
    private static final Pattern TIME = Pattern.compile("(?<before>previous )?(?<hour>\\d\\d):(?<minute>[0-5]\\d)");
    private static final int HOURS_OF_A_DAY = 24;

    private MarketHoursFile() {}

    /** The hours the suite comes with, by market and first day. */
    static Map<String, NavigableMap<LocalDate, TradingHours>> shipped() {
        Map<String, NavigableMap<LocalDate, TradingHours>> markets = new HashMap<>();
        CsvTable.readShipped(WHAT, MarketHoursFile.class, SHIPPED, COLUMNS, row -> markets.computeIfAbsent(
                        row.text("market"), _ -> new TreeMap<>())
                .put(date(row, "valid_from"), hours(row)));
        Set<String> missing = Arrays.stream(AssetClass.values())
                .map(MarketHours::name)
                .filter(name -> !markets.containsKey(name))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException(SHIPPED + " has no hours for " + missing);
        }
        return Map.copyOf(markets);
    }

    private static TradingHours hours(CsvTable.Row row) {
        String pre = row.text("pre_market_from");
        return new TradingHours(
                zone(row),
                days(row),
                time("opens", row.text("opens")),
                time("closes", row.text("closes")),
                pre.isEmpty() ? null : time("pre_market_from", pre));
    }

    static LocalDate date(CsvTable.Row row, String column) {
        try {
            return LocalDate.parse(row.text(column));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    column + " must be a date such as 2026-12-25, was '" + row.text(column) + "'");
        }
    }

    private static ZoneId zone(CsvTable.Row row) {
        try {
            return ZoneId.of(row.text("zone"));
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "zone must be a zone such as America/New_York, was '" + row.text("zone") + "'");
        }
    }

    private static Set<DayOfWeek> days(CsvTable.Row row) {
        String[] ends = row.text("days").split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("days must be a range such as mon-fri, was '" + row.text("days") + "'");
        }
        return EnumSet.range(day(ends[0]), day(ends[1]));
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("days must be mon to sun, was '" + text + "'"));
    }

    /** From midnight of the trading day. */
    private static Duration time(String column, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches() || Integer.parseInt(time.group("hour")) > HOURS_OF_A_DAY) {
            throw new IllegalArgumentException(
                    column + " must be a time such as 09:30 or previous 17:00, was '" + text + "'");
        }
        Duration fromMidnight = Duration.ofHours(Integer.parseInt(time.group("hour")))
                .plusMinutes(Integer.parseInt(time.group("minute")));
        return time.group("before") == null ? fromMidnight : fromMidnight.minusDays(1);
    }
}
