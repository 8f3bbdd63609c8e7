package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.position.ModelPosition;
import dev.tradesuite.signals.position.PositionStore;
import dev.tradesuite.signals.position.PositionValues;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.SelectionService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The live accounts as of their newest bar, to be valued at the prices that follow on it; of a symbol with bars of
 * several lengths those of the shortest. Safe for many threads.
 */
public final class LiveBooks {

    private static final long LIVE = 0;

    /**
     * What accounts are worth.
     *
     * @param timeframe of the series they trade
     * @param equity by code of the strategy
     */
    public record Worth(Timeframe timeframe, Map<String, BigDecimal> equity) {}

    /**
     * Accounts of a series.
     *
     * @param close of the newest bar
     */
    private record Books(
            Timeframe timeframe, List<ModelAccount> accounts, List<ModelPosition> positions, Instant close) {}

    private final SelectionService selections;
    private final PositionStore positions;
    private final InstrumentCatalog catalog;
    private final ConcurrentMap<String, Books> books = new ConcurrentHashMap<>();

    public LiveBooks(SelectionService selections, PositionStore positions, InstrumentCatalog catalog) {
        this.selections = selections;
        this.positions = positions;
        this.catalog = catalog;
    }

    /** Reads the accounts of every symbol. */
    public void read() {
        selections.symbols(LIVE).forEach(this::read);
    }

    /** Reads the accounts of a symbol. */
    public void read(String symbol) {
        ModelSelection selection = selections.select(LIVE, Optional.of(symbol), Set.of());
        selection.series().ifPresent(series -> selection
                .newestClose()
                .ifPresent(close -> books.put(
                        symbol, new Books(series.timeframe(), selection.accounts(), positions.open(series), close))));
    }

    /**
     * Equity of every account by code of its strategy: that at the close of the newest bar, and what the open positions
     * have gained since. Empty before the first bar, and for a price that is no newer.
     */
    public Optional<Worth> equity(MarketQuote quote) {
        return Optional.ofNullable(books.get(quote.symbol()))
                .filter(known -> quote.at().isAfter(known.close()))
                .flatMap(known -> catalog.find(quote.symbol())
                        .map(instrument -> new Worth(known.timeframe(), equity(known, instrument, quote))));
    }

    private static Map<String, BigDecimal> equity(Books known, Instrument instrument, MarketQuote quote) {
        Map<String, BigDecimal> equity = new LinkedHashMap<>();
        for (ModelAccount account : known.accounts()) {
            ModelAccount.LastEquity last = account.last();
            if (last != null) {
                BigDecimal gained = known.positions().stream()
                        .filter(position ->
                                position.strategyId() == account.strategy().id())
                        .map(position -> gained(position, instrument, quote.price()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                equity.put(
                        account.strategy().code(),
                        Amounts.stripped(last.equity().add(gained)));
            }
        }
        return equity;
    }

    private static BigDecimal gained(ModelPosition position, Instrument instrument, BigDecimal price) {
        return PositionValues.at(position, instrument, price)
                .worth()
                .unrealizedPnl()
                .subtract(position.worth().unrealizedPnl());
    }
}
