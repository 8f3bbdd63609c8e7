package dev.tradesuite.ledger.performance;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.TradingHours;
import dev.tradesuite.instruments.TradingYear;
import dev.tradesuite.quant.performance.DayEnd;
import dev.tradesuite.quant.performance.PerformanceSummary.Sampling;
import dev.tradesuite.quant.performance.ReturnInterval;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Knows how the returns of books are taken: hourly for a day and a week, daily for more. Days end and years count as in
 * the market among those an account has traded that is open most; without one, and for portfolios, every day counts.
 */
public final class BooksSampling {

    private static final double DAYS_OF_A_YEAR = 365;
    private static final double HOURS_OF_A_DAY = 24;

    /** Returns of days, each of which counts. */
    static final Sampling DAILY = new Sampling(ReturnInterval.DAILY, DayEnd.UTC, DAYS_OF_A_YEAR, 0);

    private static final Sampling HOURLY =
            new Sampling(ReturnInterval.HOURLY, DayEnd.UTC, DAYS_OF_A_YEAR * HOURS_OF_A_DAY, 0);

    private final InstrumentCatalog catalog;
    private final MarketHours hours;

    public BooksSampling(InstrumentCatalog catalog, MarketHours hours) {
        this.catalog = catalog;
        this.hours = hours;
    }

    /**
     * How the returns of an account are taken.
     *
     * @param symbols instruments it has traded
     * @param end of the period
     */
    Sampling ofAccount(Collection<String> symbols, ComparisonPeriod period, Instant end) {
        boolean hourly = period == ComparisonPeriod.DAY || period == ComparisonPeriod.WEEK;
        Optional<Instrument> most = symbols.stream()
                .sorted()
                .flatMap(symbol -> catalog.find(symbol).stream())
                .max(Comparator.comparing(instrument -> year(instrument, end).open()));
        return most.map(instrument -> of(instrument, hourly, end)).orElse(hourly ? HOURLY : DAILY);
    }

    private Sampling of(Instrument instrument, boolean hourly, Instant end) {
        TradingHours ordinary = hours.ordinary(instrument);
        DayEnd dayEnd = new DayEnd(ordinary.zone(), ordinary.closesAt());
        TradingYear year = year(instrument, end);
        return hourly
                ? new Sampling(ReturnInterval.HOURLY, dayEnd, year.hours(), 0)
                : new Sampling(ReturnInterval.DAILY, dayEnd, year.days(), 0);
    }

    private TradingYear year(Instrument instrument, Instant end) {
        return hours.year(
                instrument, end.atZone(hours.ordinary(instrument).zone()).getYear());
    }
}
