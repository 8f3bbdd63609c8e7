package dev.tradesuite.backtest;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OrderSets;
import dev.tradesuite.accounting.prediction.OutcomeMark;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeQuote;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.accounting.prediction.PortfolioBooking;
import dev.tradesuite.accounting.prediction.RunningBooks;
import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.ledger.MarketPosition.Status;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;
import dev.tradesuite.strategy.cycle.PortfolioState.OpenPosition;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio of a replay: the books of {@code accounting}, kept in memory.
 *
 * <p>What an order costs and brings, what is marked and settled, and what the books refuse is therefore what it is
 * live. The checks of the risk service have no part in a replay. Used by one thread.
 */
public final class PortfolioReplay implements CycleBooks<ReplayedDay> {

    private final String strategyType;
    private final Map<String, Object> config;
    private final Clock clock;
    private final List<BacktestTrade> closed = new ArrayList<>();
    private final List<RestingMarket> resting = new ArrayList<>();
    private Portfolio portfolio;
    private long ids;

    /**
     * A portfolio with cash and nothing else.
     *
     * @param clock stands at the cycle of a day
     */
    public PortfolioReplay(String strategyType, Map<String, Object> config, BigDecimal initialBalance, Clock clock) {
        this.strategyType = strategyType;
        this.config = config;
        this.clock = clock;
        this.portfolio = Portfolio.opened(1, initialBalance, clock.instant());
    }

    /** The books as they are now. */
    public Portfolio portfolio() {
        return portfolio;
    }

    @Override
    public Beginning<ReplayedDay> begin(CycleRequest request) {
        return new Beginning.Begun<>(new Day(request));
    }

    /**
     * Closes what is held of markets that have ended without telling what they pay. Before the cycle, so that slots and
     * cash are free for it.
     *
     * @param closingPrice of an outcome of such a market
     */
    void closeEnded(Function<MarketOutcome, Optional<BigDecimal>> closingPrice) {
        for (OutcomePosition position : portfolio.positions()) {
            closingPrice.apply(position.market()).ifPresent(price -> {
                OutcomeTerms atTheLast = new OutcomeTerms(
                        Side.SELL,
                        position.market(),
                        null,
                        price,
                        null,
                        null,
                        BigDecimal.ZERO,
                        position.label(),
                        "its market has ended");
                take(portfolio.sold(atTheLast, nextId(), nextId(), this::nextId, clock.instant()), Exit.NOT_SETTLED);
            });
        }
    }

    /** The portfolio after the cycle of the day. */
    DailyValue value(int trades) {
        return new DailyValue(
                day(clock.instant()),
                portfolio.funds().cash(),
                portfolio.positionsValue(),
                portfolio.positions().size(),
                trades);
    }

    /** Every position in the order of its end, those still open last, in the order of their purchase. */
    List<BacktestTrade> trades() {
        List<BacktestTrade> trades = new ArrayList<>(closed);
        portfolio.positions().stream()
                .sorted((one, other) ->
                        one.purchase().at().compareTo(other.purchase().at()))
                .forEach(position -> trades.add(trade(position, Exit.OPEN, clock.instant())));
        return List.copyOf(trades);
    }

    private void take(PortfolioBooking booking, @Nullable Exit exit) {
        portfolio = booking.portfolio();
        for (OutcomePosition position : booking.changed()) {
            OutcomePosition.Closing closing = position.closing();
            if (closing != null) {
                closed.add(trade(position, exit == null ? exit(closing.as()) : exit, closing.at()));
                if (exit == null
                        && closing.as() == Status.SOLD
                        && position.profit().signum() < 0) {
                    resting.add(new RestingMarket(position.market().marketId(), closing.at()));
                }
            }
        }
    }

    private static Exit exit(Status status) {
        return switch (status) {
            case WON -> Exit.WON;
            case LOST -> Exit.LOST;
            case SETTLED -> Exit.SETTLED;
            case SOLD -> Exit.SOLD;
            case OPEN -> Exit.OPEN;
        };
    }

    private static BacktestTrade trade(OutcomePosition position, Exit exit, Instant until) {
        OutcomeMark mark = position.mark();
        return new BacktestTrade(
                position.market().marketId(),
                position.market().question(),
                position.market().outcome(),
                day(position.purchase().at()),
                position.purchase().price(),
                position.shares(),
                position.cost(),
                exit,
                day(until),
                mark == null ? position.purchase().price() : mark.price(),
                position.value(),
                position.profit());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Numbers, so that a replay gives the same every time. */
    private UUID nextId() {
        return new UUID(0, ++ids);
    }

    /** The cycle of a day. */
    private final class Day implements OpenCycle<ReplayedDay> {

        private final CycleRequest request;
        private final PortfolioState beginning;
        private int filled;
        private int denied;

        Day(CycleRequest request) {
            this.request = request;
            this.beginning = new PortfolioState(
                    request.portfolioId(),
                    strategyType,
                    PortfolioStatus.ACTIVE,
                    portfolio.funds().cash(),
                    new LinkedHashMap<String, @Nullable Object>(config),
                    portfolio.positions().stream()
                            .map(PortfolioReplay::position)
                            .toList(),
                    resting);
        }

        @Override
        public PortfolioState portfolio() {
            return beginning;
        }

        @Override
        public void book(CycleIntents batch) {
            RunningBooks books =
                    new RunningBooks(portfolio, request.cycleId(), PortfolioReplay.this::nextId, clock.instant());
            books.mark(batch.prices().stream().map(PortfolioReplay::price).toList());
            for (Side side : List.of(Side.SELL, Side.BUY)) {
                List<OrderIntent> intents = batch.intents().stream()
                        .filter(intent -> intent.side() == side)
                        .toList();
                OrderSets.of(intents, OrderIntent::set).forEach(set -> fill(set, books, batch.label()));
            }
            take(books.booking(), null);
        }

        private void fill(List<OrderIntent> set, RunningBooks books, RunLabel label) {
            List<RunningBooks.Entry> entries = set.stream()
                    .map(intent -> new RunningBooks.Entry(nextId(), terms(intent, label)))
                    .toList();
            if (books.fill(entries).isEmpty()) {
                filled += set.size();
            } else {
                denied += set.size();
            }
        }

        @Override
        public ReplayedDay complete(CycleSummary summary) {
            return new ReplayedDay(summary, filled, denied);
        }
    }

    private static OutcomeQuote price(HeldPrice price) {
        return new OutcomeQuote(price.marketId(), price.outcome(), price.bid(), price.at(), price.payout());
    }

    private static OutcomeTerms terms(OrderIntent intent, RunLabel label) {
        boolean buys = intent.side() == Side.BUY;
        return new OutcomeTerms(
                intent.side(),
                new MarketOutcome(intent.marketId(), intent.question(), intent.outcome()),
                buys ? intent.stake() : null,
                intent.price(),
                buys ? intent.exitPrice() : null,
                intent.quotedAt(),
                intent.feePercent(),
                label,
                intent.reason());
    }

    private static OpenPosition position(OutcomePosition position) {
        return new OpenPosition(
                position.market().marketId(),
                position.market().question(),
                position.market().outcome(),
                position.shares(),
                position.purchase().price(),
                position.purchase().at());
    }
}
