package dev.tradesuite.ledger.performance;

import dev.tradesuite.accounting.account.RoundTrip;
import dev.tradesuite.accounting.account.RoundTrips;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.ledger.account.AccountTrades;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The round trips of accounts. The fills of an account are matched once and those booked since then are added; what was
 * asked for last is kept, as much of it as there is room for. Trades are never changed, so that it stays right.
 */
public final class RoundTripService {

    private static final int TRADES_AT_ONCE = 5_000;

    private final AccountTrades trades;
    private final int mostKept;
    private final Map<String, Matched> accounts = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostKept round trips kept of all accounts together, those of the account asked for last always */
    public RoundTripService(AccountTrades trades, int mostKept) {
        this.trades = trades;
        this.mostKept = mostKept;
    }

    /**
     * Round trips of an account, the newest first.
     *
     * @param before only those with a lower number; empty: from the newest
     */
    public List<ClosedTrip> list(String accountId, TripFilter filter, Optional<Long> before, int most) {
        return matched(accountId).read(trips -> newest(trips, before.orElse(Long.MAX_VALUE))
                .map(ClosedTrip::of)
                .filter(filter::takes)
                .limit(most)
                .toList());
    }

    /** Instruments an account has traded. */
    public Set<String> symbols(String accountId) {
        return matched(accountId).symbols();
    }

    private static Stream<RoundTrip> newest(List<RoundTrip> trips, long before) {
        // The number of a round trip is its place, from 1 on.
        int end = (int) Math.min(trips.size(), before - 1);
        return trips.subList(0, Math.max(end, 0)).reversed().stream();
    }

    private Matched matched(String accountId) {
        Matched account;
        synchronized (accounts) {
            account = accounts.computeIfAbsent(accountId, Matched::new);
        }
        account.catchUp();
        synchronized (accounts) {
            makeRoom(accountId);
        }
        return account;
    }

    private void makeRoom(String asked) {
        long kept = accounts.values().stream().mapToLong(Matched::size).sum();
        for (String accountId : List.copyOf(accounts.keySet())) {
            if (kept <= mostKept) {
                return;
            }
            Matched oldest = accounts.get(accountId);
            if (oldest != null && !accountId.equals(asked)) {
                kept -= oldest.size();
                accounts.remove(accountId);
            }
        }
    }

    /** What was matched of one account. */
    private final class Matched {

        private final String accountId;
        private final ReentrantLock lock = new ReentrantLock();
        private final RoundTrips matching = new RoundTrips();
        private final List<RoundTrip> trips = new ArrayList<>();
        private long sequence;
        private volatile int size;

        Matched(String accountId) {
            this.accountId = accountId;
        }

        int size() {
            return size;
        }

        void catchUp() {
            locked(() -> {
                List<Trade> page;
                do {
                    page = trades.after(accountId, sequence, TRADES_AT_ONCE);
                    for (Trade trade : page) {
                        trips.addAll(matching.next(trade.fill()));
                        sequence = trade.sequence();
                    }
                } while (page.size() == TRADES_AT_ONCE);
                size = trips.size();
                return size;
            });
        }

        <T> T read(Function<List<RoundTrip>, T> reading) {
            return locked(() -> reading.apply(trips));
        }

        Set<String> symbols() {
            return locked(matching::symbols);
        }

        private <T> T locked(Supplier<T> work) {
            lock.lock();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }
    }
}
