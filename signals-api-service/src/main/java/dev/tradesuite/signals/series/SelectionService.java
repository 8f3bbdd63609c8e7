package dev.tradesuite.signals.series;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the accounts a request is about. */
public final class SelectionService {

    private final SeriesStore store;
    private final Optional<String> defaultSymbol;

    /** @param defaultSymbol instrument that is meant when none is named; empty: the first that has accounts */
    public SelectionService(SeriesStore store, Optional<String> defaultSymbol) {
        this.store = store;
        this.defaultSymbol = defaultSymbol;
    }

    /** The same over accounts that are found in another way. */
    public SelectionService over(SeriesStore other) {
        return new SelectionService(other, defaultSymbol);
    }

    /** Every run there is. */
    public List<Long> runs() {
        return store.runs();
    }

    /** Every strategy there is. */
    public List<ModelStrategy> strategies() {
        return store.strategies();
    }

    /** Symbols of a run that have accounts. */
    public List<String> symbols(long run) {
        return store.series(run).stream().map(ModelSeries::symbol).distinct().toList();
    }

    /**
     * The accounts of a series.
     *
     * @param run one there is
     * @param asked symbol; empty for the usual one. Of a symbol with bars of several lengths the shortest count
     * @param strategies codes; empty for all
     */
    public ModelSelection select(long run, Optional<String> asked, Set<String> strategies) {
        List<ModelSeries> all = store.series(run);
        Optional<String> symbol = asked.or(() -> defaultSymbol)
                .or(() -> all.stream().map(ModelSeries::symbol).findFirst());
        Optional<ModelSeries> series = all.stream()
                .filter(each -> symbol.isPresent() && each.symbol().equals(symbol.get()))
                .findFirst();
        List<ModelAccount> accounts = series.map(store::accounts).orElse(List.of()).stream()
                .filter(account -> strategies.isEmpty()
                        || strategies.contains(account.strategy().code()))
                .toList();
        return new ModelSelection(run, symbol, series, accounts);
    }
}
