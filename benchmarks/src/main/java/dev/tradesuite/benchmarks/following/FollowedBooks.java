package dev.tradesuite.benchmarks.following;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.ledger.Trade;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whether what strategies traded and hold adds up to their account.
 *
 * @param account as the books have it
 * @param holdings of all its strategies, closed ones too
 * @param trades all there are
 */
record FollowedBooks(Account account, List<StrategyHolding> holdings, List<Trade> trades) {

    /** What amounts of many roundings may be apart, in the currency of the account. */
    private static final BigDecimal CENTS = new BigDecimal("0.05");

    /** What is wrong; empty when nothing is. */
    List<String> violations(Set<String> strategies) {
        List<String> violations = new ArrayList<>();
        trades.stream()
                .filter(trade -> trade.strategy() == null || !strategies.contains(trade.strategy()))
                .forEach(trade -> violations.add("%s: trade %s of %s belongs to %s"
                        .formatted(account.id(), trade.fillId(), trade.symbol(), trade.strategy())));
        same(violations, "holdings and positions", bySymbol(holdings), positions());
        same(violations, "trades and holdings", byHolder(trades), byHolder());
        profits(violations);
        return violations;
    }

    /** Profit of all holdings, open profit included, where every one is valued. */
    private void profits(List<String> violations) {
        if (holdings.stream().anyMatch(holding -> holding.lots().signum() != 0 && holding.unrealisedPnl() == null)) {
            // They hold against one another; there is no mark before one of them closes.
            return;
        }
        BigDecimal ours = holdings.stream()
                .map(holding ->
                        holding.realisedPnl().add(Objects.requireNonNullElse(holding.unrealisedPnl(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal theirs = account.realisedPnl().add(account.floatingPnl());
        if (ours.subtract(theirs).abs().compareTo(CENTS) > 0) {
            violations.add("%s: its strategies have earned %s, the account %s".formatted(account.id(), ours, theirs));
        }
        BigDecimal traded = trades.stream()
                .map(Trade::realisedPnl)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (traded.subtract(account.realisedPnl()).abs().compareTo(CENTS) > 0) {
            violations.add("%s: its trades have realised %s, the account %s"
                    .formatted(account.id(), traded, account.realisedPnl()));
        }
    }

    private void same(
            List<String> violations, String what, Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        Set<String> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (String key : keys) {
            BigDecimal left = one.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal right = other.getOrDefault(key, BigDecimal.ZERO);
            if (left.compareTo(right) != 0) {
                violations.add("%s: %s of %s are %s and %s lots".formatted(account.id(), what, key, left, right));
            }
        }
    }

    private static Map<String, BigDecimal> bySymbol(List<StrategyHolding> holdings) {
        Map<String, BigDecimal> lots = new HashMap<>();
        holdings.forEach(holding -> lots.merge(holding.symbol(), holding.lots(), BigDecimal::add));
        return lots;
    }

    private Map<String, BigDecimal> positions() {
        Map<String, BigDecimal> lots = new HashMap<>();
        for (Position position : account.positions()) {
            lots.put(
                    position.symbol(),
                    position.direction() == Direction.LONG
                            ? position.lots()
                            : position.lots().negate());
        }
        return lots;
    }

    private static Map<String, BigDecimal> byHolder(List<Trade> trades) {
        Map<String, BigDecimal> lots = new HashMap<>();
        trades.forEach(trade -> lots.merge(
                trade.strategy() + " " + trade.symbol(),
                trade.side() == Side.BUY ? trade.lots() : trade.lots().negate(),
                BigDecimal::add));
        return lots;
    }

    private Map<String, BigDecimal> byHolder() {
        Map<String, BigDecimal> lots = new HashMap<>();
        holdings.forEach(
                holding -> lots.merge(holding.strategy() + " " + holding.symbol(), holding.lots(), BigDecimal::add));
        return lots;
    }
}
