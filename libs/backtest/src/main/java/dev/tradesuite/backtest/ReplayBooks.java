package dev.tradesuite.backtest;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.OrderResult;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.Position;
import dev.tradesuite.strategy.cycle.Report;
import dev.tradesuite.strategy.selection.SignalWish;
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
final class ReplayBooks implements CycleBooks<Report> {

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
    private record Held(SignalWish wish, LocalDate openedOn, BigDecimal shares, BigDecimal cost, BigDecimal mark) {

        Held markedAt(BigDecimal price) {
            return new Held(wish, openedOn, shares, cost, price);
        }

        BigDecimal value() {
            return money(shares.multiply(mark));
        }
    }

    @Override
    public Beginning<Report> begin(CycleRequest request) {
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

    private OrderResult buy(SignalWish wish, BigDecimal stake) {
        BigDecimal cost = money(stake.add(fee(wish, stake)));
        if (open.containsKey(wish.marketId())) {
            return denied("the market is held already");
        }
        if (cost.compareTo(cash) > 0) {
            return denied("it costs %s and there is %s".formatted(cost.toPlainString(), cash.toPlainString()));
        }
        BigDecimal shares = stake.divide(wish.price(), SHARE_DECIMALS, RoundingMode.DOWN);
        BigDecimal bid = wish.exitPrice();
        cash = cash.subtract(cost);
        open.put(wish.marketId(), new Held(wish, clock.day(), shares, cost, bid == null ? wish.price() : bid));
        return filled();
    }

    private OrderResult sell(SignalWish wish) {
        Held held = open.get(wish.marketId());
        if (held == null) {
            return denied("the market is not held");
        }
        close(held, Exit.SOLD, wish.price(), fee(wish, held.shares().multiply(wish.price())));
        return filled();
    }

    private boolean mark(HeldPrice price) {
        Held held = open.get(price.marketId());
        if (held == null) {
            return false;
        }
        String winner = price.winner();
        if (winner != null) {
            boolean won = winner.equals(held.wish().outcome());
            close(held, won ? Exit.WON : Exit.LOST, won ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ZERO);
            return true;
        }
        BigDecimal bid = price.bid();
        if (bid != null) {
            open.put(price.marketId(), held.markedAt(bid));
        }
        return false;
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
                held.wish().marketId(),
                held.wish().question(),
                held.wish().outcome(),
                held.openedOn(),
                held.wish().price(),
                held.shares(),
                held.cost(),
                exit,
                clock.day(),
                price,
                proceeds,
                proceeds.subtract(held.cost()));
    }

    private static BigDecimal fee(SignalWish wish, BigDecimal amount) {
        return amount.multiply(wish.feePercent()).divide(HUNDRED, MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static OrderResult filled() {
        return new OrderResult(PortfolioOrder.Status.FILLED, "");
    }

    private static OrderResult denied(String reason) {
        return new OrderResult(PortfolioOrder.Status.DENIED, reason);
    }

    /** The cycle of a day. */
    private final class Day implements OpenCycle<Report> {

        private final PortfolioState portfolio;
        private final List<OrderResult> orders = new ArrayList<>();

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
        public OrderResult order(SignalWish wish, RunLabel label) {
            BigDecimal stake = wish.stake();
            OrderResult result = wish.side() == Side.BUY && stake != null ? buy(wish, stake) : sell(wish);
            orders.add(result);
            return result;
        }

        @Override
        public int ordersThatAre(PortfolioOrder.Status status) {
            return (int)
                    orders.stream().filter(order -> order.status() == status).count();
        }

        @Override
        public int mark(List<HeldPrice> prices) {
            return (int) prices.stream().filter(ReplayBooks.this::mark).count();
        }

        @Override
        public Report complete(Report report) {
            return report;
        }
    }

    private static Position position(Held held) {
        return new Position(
                held.wish().marketId(),
                held.wish().question(),
                held.wish().outcome(),
                held.shares(),
                held.wish().price(),
                held.openedOn().atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
