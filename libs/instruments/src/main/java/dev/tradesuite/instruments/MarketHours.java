package dev.tradesuite.instruments;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When instruments are traded: a dated table of hours by market, and the days on which markets are closed or close
 * early.
 *
 * <p>An instrument has the hours of its symbol where the table has some, else those of its asset class. Series that are
 * not the market's ({@link SeriesKind}) are always open. Immutable but for remembered results; safe for many threads.
 */
public final class MarketHours {

    /** Longer than any market is closed; what is not found within it is not known. */
    private static final int LONGEST_PAUSE_DAYS = 15;

    private final Map<String, NavigableMap<LocalDate, TradingHours>> hours;
    private final Map<String, Map<LocalDate, Optional<LocalTime>>> exceptions;
    private final Map<YearOfMarket, TradingYear> years = new ConcurrentHashMap<>();
    private final Map<YearOfMarket, Integer> utcDays = new ConcurrentHashMap<>();

    MarketHours(
            Map<String, NavigableMap<LocalDate, TradingHours>> hours,
            Map<String, Map<LocalDate, Optional<LocalTime>>> exceptions) {
        this.hours = hours;
        this.exceptions = exceptions;
    }

    private record YearOfMarket(String market, int year) {}

    /** The hours and days the suite comes with. */
    public static MarketHours shipped() {
        Map<String, NavigableMap<LocalDate, TradingHours>> hours = MarketHoursFile.shipped();
        return new MarketHours(hours, MarketHolidaysFile.shipped(hours));
    }

    /**
     * The same hours with the closed days and early closes of a file in place of these.
     *
     * @throws CatalogException when the file cannot be read or has a fault; the message names line and field
     */
    public MarketHours withHolidays(Path file) {
        return new MarketHours(hours, MarketHolidaysFile.read(file, hours));
    }

    /** Whether the market of an instrument is open at a moment. */
    public MarketStatus status(Instrument instrument, Instant moment) {
        if (isAlwaysOpen(instrument)) {
            return MarketStatus.OPEN;
        }
        return next(instrument, moment)
                .filter(session -> !moment.isBefore(session.preMarket()))
                .map(session -> session.holds(moment) ? MarketStatus.OPEN : MarketStatus.PRE_MARKET)
                .orElse(MarketStatus.CLOSED);
    }

    /** When a market that is closed opens next; the moment itself while it is open; empty when that is not known. */
    public Optional<Instant> nextOpen(Instrument instrument, Instant moment) {
        return isAlwaysOpen(instrument)
                ? Optional.of(moment)
                : next(instrument, moment).map(session -> session.holds(moment) ? moment : session.open());
    }

    /** Whether the market of an instrument trades on a day at all, the day it has in its own zone. */
    public boolean isTradingDay(Instrument instrument, LocalDate date) {
        return isAlwaysOpen(instrument) || session(market(instrument), date).isPresent();
    }

    /**
     * Whether a price is young enough at a moment; while the market is closed no price grows older.
     *
     * @param maxAge how old a price may be while the market is open
     */
    public boolean isFresh(Instrument instrument, Instant pricedAt, Instant moment, Duration maxAge) {
        return !pricedAt.isBefore(lastOpen(instrument, moment).minus(maxAge));
    }

    /** The sessions of an instrument on these trading days, oldest first. */
    public Stream<TradingSession> sessions(Instrument instrument, LocalDate from, LocalDate to) {
        String market = market(instrument);
        return from.datesUntil(to.plusDays(1)).flatMap(date -> session(market, date).stream());
    }

    /**
     * How much of a year the market of an instrument is open, closed days left out as far as they are known. For a
     * series that is always open: that of the market it takes its terms from when it is a replay, else every hour.
     */
    public TradingYear year(Instrument instrument, int year) {
        if (instrument.seriesKind() == SeriesKind.SIMULATED) {
            int days = LocalDate.of(year, 1, 1).lengthOfYear();
            return new TradingYear(year, days, Duration.ofDays(days));
        }
        return years.computeIfAbsent(new YearOfMarket(market(instrument), year), _ -> counted(instrument, year));
    }

    /**
     * On how many UTC days of a year the market of an instrument is open, closed days left out as far as they are
     * known: the Sunday evening of currencies is one of its own. For a series that is always open as {@link #year}.
     */
    public int utcDays(Instrument instrument, int year) {
        return instrument.seriesKind() == SeriesKind.SIMULATED
                ? LocalDate.of(year, 1, 1).lengthOfYear()
                : utcDays.computeIfAbsent(
                        new YearOfMarket(market(instrument), year), _ -> countedUtcDays(instrument, year));
    }

    /** The ordinary hours of an asset class, the newest the table has. */
    public TradingHours ordinary(AssetClass assetClass) {
        return dated(name(assetClass)).lastEntry().getValue();
    }

    /**
     * The ordinary hours of an instrument, the newest the table has; of a simulated one all hours of UTC days. Their
     * zone and close say where a trading day ends.
     */
    public TradingHours ordinary(Instrument instrument) {
        return instrument.seriesKind() == SeriesKind.SIMULATED
                ? TradingHours.ALWAYS
                : dated(market(instrument)).lastEntry().getValue();
    }

    private TradingYear counted(Instrument instrument, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int days = 0;
        Duration open = Duration.ZERO;
        for (TradingSession session :
                sessions(instrument, first, first.plusYears(1).minusDays(1)).toList()) {
            days++;
            open = open.plus(session.length());
        }
        return new TradingYear(year, days, open);
    }

    private int countedUtcDays(Instrument instrument, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return (int) sessions(instrument, first.minusDays(1), first.plusYears(1))
                .flatMap(session -> utcDate(session.open())
                        .datesUntil(utcDate(session.close().minusMillis(1)).plusDays(1)))
                .filter(date -> date.getYear() == year)
                .distinct()
                .count();
    }

    private static LocalDate utcDate(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The moment itself while the market is open, else when it closed; the moment too when that is not known. */
    private Instant lastOpen(Instrument instrument, Instant moment) {
        if (isAlwaysOpen(instrument)) {
            return moment;
        }
        String market = market(instrument);
        LocalDate tomorrow = date(market, moment).plusDays(1);
        return IntStream.rangeClosed(0, LONGEST_PAUSE_DAYS)
                .mapToObj(back -> session(market, tomorrow.minusDays(back)))
                .flatMap(Optional::stream)
                .filter(session -> !session.open().isAfter(moment))
                .findFirst()
                .map(session -> session.holds(moment) ? moment : session.close())
                .orElse(moment);
    }

    /** The session that is on at a moment, else the one after it. */
    private Optional<TradingSession> next(Instrument instrument, Instant moment) {
        String market = market(instrument);
        LocalDate today = date(market, moment);
        return IntStream.rangeClosed(0, LONGEST_PAUSE_DAYS)
                .mapToObj(ahead -> session(market, today.plusDays(ahead)))
                .flatMap(Optional::stream)
                .filter(session -> moment.isBefore(session.close()))
                .findFirst();
    }

    private Optional<TradingSession> session(String market, LocalDate date) {
        TradingHours ordinary = on(dated(market), date);
        if (!ordinary.days().contains(date.getDayOfWeek())) {
            return Optional.empty();
        }
        Map<LocalDate, Optional<LocalTime>> ofMarket = exceptions.getOrDefault(market, Map.of());
        return ofMarket.containsKey(date)
                ? ofMarket.get(date).map(close -> ordinary.endingAt(date, close))
                : Optional.of(ordinary.on(date));
    }

    /** The hours that count on a day. */
    static TradingHours on(NavigableMap<LocalDate, TradingHours> dated, LocalDate date) {
        Map.Entry<LocalDate, TradingHours> entry = dated.floorEntry(date);
        return (entry == null ? dated.firstEntry() : entry).getValue();
    }

    private NavigableMap<LocalDate, TradingHours> dated(String market) {
        return Objects.requireNonNull(hours.get(market), market);
    }

    private LocalDate date(String market, Instant moment) {
        return LocalDate.ofInstant(moment, dated(market).lastEntry().getValue().zone());
    }

    private static boolean isAlwaysOpen(Instrument instrument) {
        return instrument.seriesKind() != SeriesKind.MARKET;
    }

    private String market(Instrument instrument) {
        String own = instrument.marketSymbol();
        return hours.containsKey(own) ? own : name(instrument.assetClass());
    }

    static String name(AssetClass assetClass) {
        return assetClass.name().toLowerCase(Locale.ROOT);
    }
}
