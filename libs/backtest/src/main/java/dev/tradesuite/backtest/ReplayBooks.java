package dev.tradesuite.backtest;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio of a replay, kept in memory with the arithmetic of the real books: shares = stake / price, 1 USD or
 * nothing per share at settlement, marks at the price a share could be sold for.
 *
 * <p>The checks of the risk service have no part in a replay; an order is refused only for want of cash. Used by one
 * thread.
 */
final class ReplayBooks implements CycleBooks<ReplayedDay> {

    private static final int SHARE_DECIMALS = 6;
    private static final int MONEY_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String strategyType;
    private final Map<String, Object> config;
    private final ReplayClock clock;
    private final Map<String, Held> open = new LinkedHashMap<>();
    private final List<BacktestTrade> closed = new ArrayList<>();
    private BigDecimal cash;

    ReplayBooks(String strategyType, Map<String, Object> config, BigDecimal initialBalance, ReplayClock clock) {
        this.strategyType = strategyType;
        this.config = config;
        this.clock = clock;
        this.cash = initialBalance;
    }

    /** Shares held, and the price they could be sold for when last told. */
    private record Held(OrderIntent intent, LocalDate openedOn, BigDecimal shares, BigDecimal cost, BigDecimal mark) {

        Held markedAt(BigDecimal price) {
            return new Held(intent, openedOn, shares, cost, price);
        }

        BigDecimal value() {
            return money(shares.multiply(mark));
        }
    }

    @Override
    public Beginning<ReplayedDay> begin(CycleRequest request) {
        return new Beginning.Begun<>(new Day(request.portfolioId()));
    }

    /** Closes what is held of markets that have ended without telling their outcome, at the last mark. */
    void closeEnded(Predicate<String> ended) {
        List.copyOf(open.keySet()).stream().filter(ended).forEach(id -> {
            Held held = open.get(id);
            if (held != null) {
                close(held, Exit.NOT_SETTLED, held.mark(), BigDecimal.ZERO);
            }
        });
    }

    /** The portfolio after the cycle of the day. */
    EquityPoint equity(int trades) {
        BigDecimal positions = open.values().stream().map(Held::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new EquityPoint(clock.day(), cash, positions, open.size(), trades);
    }

    /** Every position in the order of its end, those still open last. */
    List<BacktestTrade> trades() {
        List<BacktestTrade> trades = new ArrayList<>(closed);
        open.values().forEach(held -> trades.add(trade(held, Exit.OPEN, held.mark(), BigDecimal.ZERO)));
        return List.copyOf(trades);
    }

    private boolean buy(OrderIntent intent, BigDecimal stake) {
        BigDecimal cost = money(stake.add(fee(intent, stake)));
        if (open.containsKey(intent.marketId()) || cost.compareTo(cash) > 0) {
            return false;
        }
        BigDecimal shares = stake.divide(intent.price(), SHARE_DECIMALS, RoundingMode.DOWN);
        BigDecimal bid = intent.exitPrice();
        cash = cash.subtract(cost);
        open.put(intent.marketId(), new Held(intent, clock.day(), shares, cost, bid == null ? intent.price() : bid));
        return true;
    }

    private boolean sell(OrderIntent intent) {
        Held held = open.get(intent.marketId());
        if (held == null) {
            return false;
        }
        close(held, Exit.SOLD, intent.price(), fee(intent, held.shares().multiply(intent.price())));
        return true;
    }

    private void mark(HeldPrice price) {
        Held held = open.get(price.marketId());
        if (held == null) {
            return;
        }
        String winner = price.winner();
        if (winner != null) {
            boolean won = winner.equals(held.intent().outcome());
            close(held, won ? Exit.WON : Exit.LOST, won ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ZERO);
            return;
        }
        BigDecimal bid = price.bid();
        if (bid != null) {
            open.put(price.marketId(), held.markedAt(bid));
        }
    }

    private void close(Held held, Exit exit, BigDecimal price, BigDecimal fee) {
        BacktestTrade trade = trade(held, exit, price, fee);
        cash = cash.add(trade.proceeds());
        open.remove(trade.marketId());
        closed.add(trade);
    }

    private BacktestTrade trade(Held held, Exit exit, BigDecimal price, BigDecimal fee) {
        BigDecimal proceeds = money(held.shares().multiply(price).subtract(fee));
        return new BacktestTrade(
                held.intent().marketId(),
                held.intent().question(),
                held.intent().outcome(),
                held.openedOn(),
                held.intent().price(),
                held.shares(),
                held.cost(),
                exit,
                clock.day(),
                price,
                proceeds,
                proceeds.subtract(held.cost()));
    }

    private static BigDecimal fee(OrderIntent intent, BigDecimal amount) {
        return amount.multiply(intent.feePercent()).divide(HUNDRED, MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The cycle of a day. */
    private final class Day implements OpenCycle<ReplayedDay> {

        private final PortfolioState portfolio;
        private int filled;
        private int denied;

        Day(long portfolioId) {
            this.portfolio = new PortfolioState(
                    portfolioId,
                    strategyType,
                    PortfolioStatus.ACTIVE,
                    cash,
                    new LinkedHashMap<String, @Nullable Object>(config),
                    open.values().stream().map(ReplayBooks::position).toList());
        }

        @Override
        public PortfolioState portfolio() {
            return portfolio;
        }

        @Override
        public void book(CycleIntents batch) {
            batch.prices().forEach(ReplayBooks.this::mark);
            for (List<OrderIntent> together : together(batch.intents())) {
                if (canAll(together)) {
                    together.forEach(this::trade);
                } else {
                    denied += together.size();
                }
            }
        }

        private void trade(OrderIntent intent) {
            BigDecimal stake = intent.stake();
            // Only a purchase has a stake.
            if (stake == null ? sell(intent) : buy(intent, stake)) {
                filled++;
            } else {
                denied++;
            }
        }

        @Override
        public ReplayedDay complete(CycleSummary summary) {
            return new ReplayedDay(summary, filled, denied);
        }
    }

    /** The intents one by one, those of a set as one. */
    private static List<List<OrderIntent>> together(List<OrderIntent> intents) {
        Map<String, List<OrderIntent>> groups = new LinkedHashMap<>();
        for (OrderIntent intent : intents) {
            String alone = "%s %s %s".formatted(intent.side(), intent.marketId(), intent.outcome());
            groups.computeIfAbsent(intent.set() == null ? alone : "set " + intent.set(), _ -> new ArrayList<>())
                    .add(intent);
        }
        return List.copyOf(groups.values());
    }

    /** Whether there is cash for all of them; one that stands alone is refused by itself. */
    private boolean canAll(List<OrderIntent> set) {
        if (set.size() == 1) {
            return true;
        }
        BigDecimal cost = BigDecimal.ZERO;
        for (OrderIntent intent : set) {
            BigDecimal stake = intent.stake();
            if (stake == null || open.containsKey(intent.marketId())) {
                return false;
            }
            cost = cost.add(money(stake.add(fee(intent, stake))));
        }
        return cost.compareTo(cash) <= 0;
    }

    private static OpenPosition position(Held held) {
        return new OpenPosition(
                held.intent().marketId(),
                held.intent().question(),
                held.intent().outcome(),
                held.shares(),
                held.intent().price(),
                held.openedOn().atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
