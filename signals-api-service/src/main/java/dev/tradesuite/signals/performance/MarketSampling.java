package dev.tradesuite.signals.performance;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.TradingHours;
import dev.tradesuite.instruments.TradingYear;
import dev.tradesuite.quant.performance.DayEnd;
import dev.tradesuite.quant.performance.PerformanceSummary;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.Instant;

/** Knows how the returns of an instrument are taken. */
final class MarketSampling {

    private final InstrumentCatalog catalog;
    private final MarketHours hours;

    MarketSampling(InstrumentCatalog catalog, MarketHours hours) {
        this.catalog = catalog;
        this.hours = hours;
    }

    /** Hourly returns for a day and a week, daily ones for more; annual by the hours and days of that market. */
    PerformanceSummary.Sampling of(ModelSeries series, ComparisonPeriod period, Instant end) {
        Instrument instrument = catalog.find(series.symbol()).orElseThrow();
        TradingHours ordinary = hours.ordinary(instrument);
        DayEnd dayEnd = new DayEnd(ordinary.zone(), ordinary.closesAt());
        TradingYear year = hours.year(instrument, end.atZone(ordinary.zone()).getYear());
        return switch (period) {
            case DAY, WEEK -> new PerformanceSummary.Sampling(ReturnInterval.HOURLY, dayEnd, year.hours(), 0);
            case MONTH, ALL -> new PerformanceSummary.Sampling(ReturnInterval.DAILY, dayEnd, year.days(), 0);
        };
    }
}
