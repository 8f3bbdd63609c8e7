package dev.tradesuite.signals.latest;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells what the models said last. */
public final class LatestSignalService {

    private static final long LIVE = 0;

    private final LatestStore store;
    private final LivePrices prices;
    private final InstrumentCatalog catalog;
    private final MarketHours hours;
    private final Clock clock;

    public LatestSignalService(
            LatestStore store, LivePrices prices, InstrumentCatalog catalog, MarketHours hours, Clock clock) {
        this.store = store;
        this.prices = prices;
        this.catalog = catalog;
        this.hours = hours;
        this.clock = clock;
    }

    /** The newest signals of accounts. */
    public LatestSignals of(ModelSelection selection) {
        Instant now = clock.instant();
        Map<Integer, LastSignal> newest = selection.series().map(store::signals).orElse(Map.of());
        return new LatestSignals(
                now,
                selection.series().flatMap(this::price),
                selection.symbol().flatMap(catalog::find).map(instrument -> hours.status(instrument, now)),
                selection.accounts().stream()
                        .filter(account -> newest.containsKey(account.strategy().id()))
                        .map(account -> new LatestSignals.Said(
                                account,
                                Objects.requireNonNull(
                                        newest.get(account.strategy().id()))))
                        .toList());
    }

    /** The close of the newest bar, or what was heard after it of the live market. */
    private Optional<BigDecimal> price(ModelSeries series) {
        return store.price(series).map(close -> (series.run() == LIVE
                        ? prices.after(series.symbol(), close.at())
                        : Optional.<MarketQuote>empty())
                .orElse(close)
                .price());
    }
}
