package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Accounts and returns for tests, around a Tuesday noon. */
final class WatchedAccounts {

    static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private WatchedAccounts() {}

    /** An account in USD that began with 10,000. */
    static WatchedAccount account(
            String equity, List<WatchedAccount.Position> positions, WatchedAccount.Holding... of) {
        return account(equity, "0", 1, positions, of);
    }

    static WatchedAccount account(
            String equity,
            String flow,
            long sequence,
            List<WatchedAccount.Position> positions,
            WatchedAccount.Holding... of) {
        return new WatchedAccount(
                "main",
                "USD",
                RunLabel.PAPER,
                new WatchedAccount.Cash(
                        new BigDecimal("10000"), new BigDecimal(flow), new BigDecimal("10000"), new BigDecimal(equity)),
                positions,
                List.of(of),
                sequence,
                NOON.minusSeconds(60));
    }

    /** So many lots of a pair that is quoted in USD, marked at 1. */
    static WatchedAccount.Position position(String symbol, String lots) {
        return new WatchedAccount.Position(
                symbol, new BigDecimal(lots), BigDecimal.ONE, NOON.minusSeconds(60), BigDecimal.ONE);
    }

    static WatchedAccount.Holding holding(String strategy, String symbol, String lots) {
        return new WatchedAccount.Holding(strategy, symbol, new BigDecimal(lots));
    }

    /** Returns of the days before, the newest last. */
    static InstrumentReturns returns(int days, IntToDoubleFunction ofDay) {
        LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
        TreeMap<LocalDate, Double> all = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            all.put(today.minusDays(days - i), ofDay.applyAsDouble(i));
        }
        return new InstrumentReturns(all, NOON);
    }
}
