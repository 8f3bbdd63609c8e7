package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeMark;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.ledger.PortfolioChange.What;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells everything a portfolio holds, because a person wants it: at the newest bids, through the same door as the sales
 * of a cycle, so that a trading state of risk-service is obeyed. The portfolio is paused first, or its next cycle would
 * buy again. The sales are a cycle of their own, which leaves a snapshot and a report like any other.
 */
public final class LiquidationService {

    private static final Logger LOG = LoggerFactory.getLogger(LiquidationService.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FEE_DECIMALS = 8;

    private final PortfolioService portfolios;
    private final PortfolioQueries queries;
    private final PortfolioCycleService cycles;
    private final PortfolioOrderService orders;
    private final PortfolioHistory history;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final BiFunction<Sales, PortfolioCycleService.Facts, String> report;
    private final Duration oldestMark;
    private final Clock clock;

    /**
     * @param report writes what was done, for {@code GET /portfolios/{id}/cycles/{cycle_id}}
     * @param oldestMark age of a bid at which nothing is sold at it any more
     */
    public LiquidationService(
            PortfolioService portfolios,
            PortfolioQueries queries,
            PortfolioCycleService cycles,
            PortfolioOrderService orders,
            PortfolioHistory history,
            UnitOfWork work,
            Supplier<UUID> ids,
            BiFunction<Sales, PortfolioCycleService.Facts, String> report,
            Duration oldestMark,
            Clock clock) {
        this.portfolios = portfolios;
        this.queries = queries;
        this.cycles = cycles;
        this.orders = orders;
        this.history = history;
        this.work = work;
        this.ids = ids;
        this.report = report;
        this.oldestMark = oldestMark;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param portfolio after it
     * @param orders one for each position with a price, each of them ended
     * @param left positions that have no price to be sold at
     * @param cycleId cycle of the sales; absent when nothing was to be sold
     */
    public record Liquidation(
            ManagedPortfolio portfolio, List<OutcomeOrder> orders, List<Left> left, @Nullable UUID cycleId) {

        /** Why positions are still there, by market; empty when none is. */
        Map<String, Reason> obstacles() {
            Map<String, Reason> obstacles = left.stream()
                    .collect(Collectors.toMap(each -> each.position().market().marketId(), Left::reason));
            for (OutcomeOrder order : orders) {
                order.reasons().stream()
                        .findFirst()
                        .ifPresent(
                                reason -> obstacles.put(order.terms().market().marketId(), reason));
            }
            return obstacles;
        }
    }

    /**
     * A position that stays.
     *
     * @param reason why
     */
    public record Left(OutcomePosition position, Reason reason) {}

    /**
     * The cycle of a liquidation, as its report tells it.
     *
     * @param run its cycle
     * @param strategyType strategy of the portfolio
     * @param label of the sales
     * @param startedAt beginning
     * @param left positions that have no price to be sold at
     */
    public record Sales(FencedRun run, String strategyType, RunLabel label, Instant startedAt, List<Left> left) {}

    /** Pauses the portfolio and sells what it holds. Repeating it sells what is still there. */
    public Liquidation liquidate(long id, String who) {
        return liquidate(id, who, null);
    }

    private Liquidation liquidate(long id, String who, @Nullable String why) {
        // Also one that is paused already: paused with all others, it would be resumed with them, and buy again.
        ManagedPortfolio portfolio = portfolios.pause(id, who, why);
        Instant now = now();
        List<WantedOrder> sales = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        for (OutcomePosition position : portfolio.books().positions()) {
            obstacle(id, position, now)
                    .ifPresentOrElse(
                            reason -> left.add(new Left(position, reason)),
                            () -> sales.add(new WantedOrder(sale(id, position), null)));
        }
        return sales.isEmpty() ? new Liquidation(portfolio, List.of(), left, null) : sold(portfolio, who, sales, left);
    }

    private Liquidation sold(ManagedPortfolio portfolio, String who, List<WantedOrder> sales, List<Left> left) {
        Instant now = now();
        FencedRun run = new FencedRun(portfolio.id(), ids.get(), 0);
        cycles.begin(run);
        PortfolioOrderService.Result result =
                orders.place(run, new PortfolioOrderService.Batch(List.of(), sales, Map.of()));
        ManagedPortfolio after = result.portfolio();
        if (after.sequence() != portfolio.sequence()) {
            work.durable(() -> {
                history.add(
                        after.id(),
                        new SetupChange(
                                after.sequence(),
                                after.books().updatedAt(),
                                who,
                                What.LIQUIDATED,
                                positions(portfolio),
                                positions(after),
                                null));
                return after;
            });
        }
        complete(new Sales(run, portfolio.strategyType(), label(sales), now, left));
        return new Liquidation(after, List.copyOf(result.orders().values()), left, run.cycleId());
    }

    /** The sales are booked, whatever comes now: the snapshot of the day, and the report people look them up in. */
    private void complete(Sales sales) {
        try {
            cycles.complete(sales.run(), sales.label(), facts -> report.apply(sales, facts));
        } catch (RefusedException e) {
            LOG.info("The next cycle takes the snapshot, {}", e.getMessage());
        }
    }

    private static RunLabel label(List<WantedOrder> sales) {
        return sales.getFirst().terms().label();
    }

    /**
     * Ends a portfolio for good. One that holds anything is liquidated first when that is wanted, and otherwise
     * refused.
     *
     * @param why the reason that was said; absent when none was
     * @throws RefusedException something is held still
     */
    public ManagedPortfolio archive(long id, boolean liquidate, String who, @Nullable String why) {
        ManagedPortfolio portfolio = queries.get(id);
        if (!liquidate
                || portfolio.status() == PortfolioStatus.ARCHIVED
                || portfolio.books().positions().isEmpty()) {
            return portfolios.archive(id, who, why);
        }
        Map<String, Reason> obstacles = liquidate(id, who, why).obstacles();
        if (!obstacles.isEmpty()) {
            throw new RefusedException(
                    Kind.HOLDS_POSITIONS,
                    "portfolio %d still holds positions and is paused, not archived: %s"
                            .formatted(
                                    id,
                                    obstacles.entrySet().stream()
                                            .map(entry -> "market %s, %s: %s"
                                                    .formatted(
                                                            entry.getKey(),
                                                            entry.getValue().code(),
                                                            entry.getValue().message()))
                                            .sorted()
                                            .collect(Collectors.joining("; "))));
        }
        return portfolios.archive(id, who, why);
    }

    private Optional<Reason> obstacle(long id, OutcomePosition position, Instant now) {
        OutcomeMark mark = position.mark();
        if (mark == null || mark.price().signum() <= 0 || mark.price().compareTo(BigDecimal.ONE) >= 0) {
            return Optional.of(new Reason(PortfolioReason.NO_BID.name(), PortfolioReason.NO_BID.sentence()));
        }
        return mark.at().isBefore(now.minus(oldestMark))
                ? Optional.of(new Reason(
                        PortfolioReason.MARK_TOO_OLD.name(),
                        ("%s It is of %s, and may be %d min old: POST"
                                        + " /orchestrator/run-portfolio-cycle?portfolio_id=%d, then liquidate again.")
                                .formatted(
                                        PortfolioReason.MARK_TOO_OLD.sentence(),
                                        mark.at(),
                                        oldestMark.toMinutes(),
                                        id)))
                : Optional.empty();
    }

    private OutcomeTerms sale(long id, OutcomePosition position) {
        OutcomeMark bid = position.mark();
        if (bid == null) {
            throw new IllegalArgumentException("nobody bids for " + position.market());
        }
        return new OutcomeTerms(
                Side.SELL,
                position.market(),
                null,
                bid.price(),
                null,
                bid.at(),
                fee(id, position, bid.price()),
                position.label(),
                "the portfolio is liquidated");
    }

    /**
     * The fee of the sale in percent. The books know the one of the purchase, which venues lower as the price rises:
     * rate x (1 - price). So it is that one, or what it grows to at a lower price.
     */
    private BigDecimal fee(long id, OutcomePosition position, BigDecimal bid) {
        BigDecimal paid = queries.order(id, position.orderId())
                .map(order -> order.terms().feePercent())
                .orElse(BigDecimal.ZERO);
        BigDecimal grown = paid.multiply(BigDecimal.ONE.subtract(bid))
                .divide(BigDecimal.ONE.subtract(position.purchase().price()), FEE_DECIMALS, RoundingMode.UP);
        return paid.max(grown).min(HUNDRED);
    }

    private static String positions(ManagedPortfolio portfolio) {
        return "%d positions".formatted(portfolio.books().positions().size());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
