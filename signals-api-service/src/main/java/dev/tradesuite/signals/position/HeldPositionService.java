package dev.tradesuite.signals.position;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what positions the models hold. */
public final class HeldPositionService {

    private static final long LIVE = 0;

    private final PositionStore store;
    private final LivePrices prices;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    public HeldPositionService(PositionStore store, LivePrices prices, InstrumentCatalog catalog, Clock clock) {
        this.store = store;
        this.prices = prices;
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * The open positions of accounts: live ones at a price after the newest bar, if one was heard, else at its close.
     */
    public HeldPositions of(ModelSelection selection) {
        Map<Integer, ModelAccount> accounts = selection.accounts().stream()
                .collect(Collectors.toMap(account -> account.strategy().id(), account -> account));
        Optional<MarketQuote> quote = selection.run() == LIVE
                ? selection
                        .symbol()
                        .flatMap(symbol -> selection.newestClose().flatMap(close -> prices.after(symbol, close)))
                : Optional.empty();
        return new HeldPositions(
                clock.instant(),
                selection.series().map(store::open).orElse(List.of()).stream()
                        .filter(position -> accounts.containsKey(position.strategyId()))
                        .map(position -> new HeldPositions.Held(
                                Objects.requireNonNull(accounts.get(position.strategyId())), valued(position, quote)))
                        .toList());
    }

    private ModelPosition valued(ModelPosition position, Optional<MarketQuote> quote) {
        return quote.flatMap(newest -> catalog.find(newest.symbol())
                        .map(instrument -> PositionValues.at(position, instrument, newest.price())))
                .orElse(position);
    }
}
