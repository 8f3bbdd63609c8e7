package dev.tradesuite.ledger.performance;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.ledger.account.AccountTrades;
import dev.tradesuite.ledger.account.OrderProgress;
import dev.tradesuite.ledger.account.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Trades of accounts in memory, numbered as they are booked. */
final class FakeTrades implements AccountTrades {

    private final List<Trade> trades = new ArrayList<>();

    /** How many were read one after the other. */
    int read;

    void book(Fill fill) {
        trades.add(new Trade(fill, fill.lots(), Lots.ZERO, Optional.empty(), trades.size() + 1));
    }

    @Override
    public List<Trade> after(String accountId, long sequence, int most) {
        List<Trade> found = trades.stream()
                .filter(trade -> trade.fill().accountId().equals(accountId) && trade.sequence() > sequence)
                .limit(most)
                .toList();
        read += found.size();
        return found;
    }

    @Override
    public Optional<Trade> find(UUID fillId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UUID> unknown(Set<UUID> fillIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OrderProgress> add(Trade trade) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Trade> list(String accountId, Optional<String> strategy, Span span) {
        throw new UnsupportedOperationException();
    }
}
