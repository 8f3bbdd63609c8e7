package dev.tradesuite.portfolio.monitoring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What an instance knows of accounts, prices and returns. Of two reports the newer counts. Safe for many threads. */
public final class LiveMemory {

    private final Map<String, Heard> accounts = new ConcurrentHashMap<>();
    private final Map<String, PricePoint> prices = new ConcurrentHashMap<>();
    private final Map<String, InstrumentReturns> returns = new ConcurrentHashMap<>();

    /**
     * An account as it was told of last.
     *
     * @param at when that was
     */
    public record Heard(WatchedAccount account, Instant at) {}

    /** Hears of an account; one that is as new as the known one confirms it. */
    public void heard(WatchedAccount account, Instant now) {
        accounts.merge(
                account.id(),
                new Heard(account, now),
                (known, told) -> told.account().sequence() >= known.account().sequence() ? told : known);
    }

    /** Hears of a price. */
    public void heard(String symbol, PricePoint price) {
        prices.merge(symbol, price, (known, told) -> told.at().isBefore(known.at()) ? known : told);
    }

    /** Hears of returns. */
    public void heard(String symbol, InstrumentReturns told) {
        returns.put(symbol, told);
    }

    public Optional<Heard> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public Optional<PricePoint> price(String symbol) {
        return Optional.ofNullable(prices.get(symbol));
    }

    public Optional<InstrumentReturns> returns(String symbol) {
        return Optional.ofNullable(returns.get(symbol));
    }

    /** Ids of all accounts that were told of. */
    public List<String> accountIds() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** Symbols that any account holds. */
    public Set<String> heldSymbols() {
        return accounts.values().stream()
                .map(heard -> heard.account().positions())
                .flatMap(Collection::stream)
                .map(WatchedAccount.Position::symbol)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
