package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OrderSets;
import dev.tradesuite.accounting.prediction.OutcomeQuote;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.accounting.prediction.PortfolioBooking;
import dev.tradesuite.accounting.prediction.RunningBooks;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.RiskGate.Verdict;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what a cycle wants: prices, sales and purchases.
 *
 * <p>Risk-service gives leave for the SELLs first. Then there are two transactions with one question between them.
 * {@linkplain #accept The first} values and settles what is held, fills the SELLs and stores the BUYs that the books
 * allow; risk-service is then asked for all of these at once, while no lock is held; {@linkplain #conclude the second}
 * fills what it has reserved. What a venue has settled is a fact, which nobody is asked about. An order has one
 * identity, so a repeat goes on where the first attempt stopped and never buys twice.
 */
public final class PortfolioOrderService {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioOrderService.class);

    private final FenceGuard fences;
    private final Portfolios portfolios;
    private final OutcomeOrders orders;
    private final PortfolioHistory history;
    private final RiskGate risk;
    private final PortfolioEvents events;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public PortfolioOrderService(
            FenceGuard fences,
            Portfolios portfolios,
            OutcomeOrders orders,
            PortfolioHistory history,
            RiskGate risk,
            PortfolioEvents events,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.fences = fences;
        this.portfolios = portfolios;
        this.orders = orders;
        this.history = history;
        this.risk = risk;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a cycle wants of the books at once.
     *
     * @param prices what venues tell of the markets that are held
     * @param orders what to trade, one for each market and side
     * @param brokenSets sets that cannot be filled because a leg of theirs is no order at all, with what is wrong
     */
    public record Batch(List<OutcomeQuote> prices, List<WantedOrder> orders, Map<String, String> brokenSets) {

        public Batch {
            prices = List.copyOf(prices);
            orders = List.copyOf(orders);
            brokenSets = Map.copyOf(brokenSets);
        }

        /** Prices and nothing else. */
        public static Batch of(List<OutcomeQuote> prices) {
            return new Batch(prices, List.of(), Map.of());
        }

        /** One order. */
        public static Batch of(WantedOrder order) {
            return new Batch(List.of(), List.of(order), Map.of());
        }

        /** Says whether it may change cash or marks before risk-service is asked. */
        private boolean booksAtOnce() {
            return !prices.isEmpty()
                    || orders.stream().anyMatch(order -> order.terms().side() == Side.SELL);
        }

        private @Nullable String broken(List<OutcomeOrder> group) {
            String set = group.getFirst().set();
            return set == null ? null : brokenSets.get(set);
        }
    }

    /**
     * What became of a batch.
     *
     * @param portfolio after it
     * @param orders those of the batch, by id, each of them ended
     * @param settlements positions settled in the cycle so far
     */
    public record Result(ManagedPortfolio portfolio, Map<UUID, OutcomeOrder> orders, List<OutcomeTrade> settlements) {}

    /**
     * Books a batch, or finds what stands for its orders.
     *
     * @throws RefusedException when the run may not write
     */
    public Result place(FencedRun run, Batch batch) {
        Map<UUID, Verdict> sales = leaveToSell(run, batch);
        // Without prices and sales nothing is told before risk-service is asked, and what it reserves is concluded by
        // a commit after this one, in the same log: a crash that loses this loses that as well.
        Accepted accepted = batch.booksAtOnce()
                ? work.durable(() -> accept(run, batch, sales))
                : work.relaxed(() -> accept(run, batch, sales));
        if (accepted.waiting.isEmpty()) {
            return accepted.result;
        }
        Map<UUID, Verdict> verdicts = risk.reserve(accepted.result.portfolio(), accepted.waiting);
        return work.durable(() -> conclude(run, accepted, verdicts));
    }

    /**
     * Asks for the SELLs of what is held; the books have their own answer to the others. That risk-service is silent
     * keeps nobody from selling.
     */
    private Map<UUID, Verdict> leaveToSell(FencedRun run, Batch batch) {
        List<OutcomeOrder> sales = groups(run, batch, Side.SELL, now()).stream()
                .flatMap(List::stream)
                .toList();
        if (sales.isEmpty()) {
            return Map.of();
        }
        return portfolios
                .find(run.portfolioId())
                .map(portfolio -> {
                    Set<String> held = portfolio.books().positions().stream()
                            .map(position -> position.market().marketId())
                            .collect(Collectors.toSet());
                    List<OutcomeOrder> asked = sales.stream()
                            .filter(order ->
                                    held.contains(order.terms().market().marketId()))
                            .toList();
                    return asked.isEmpty() ? Map.<UUID, Verdict>of() : denied(risk.reserve(portfolio, asked));
                })
                .orElse(Map.of());
    }

    private static Map<UUID, Verdict> denied(Map<UUID, Verdict> verdicts) {
        return verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() instanceof Verdict.Denied)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What became of a batch so far, and those of its orders that wait for risk-service. */
    private record Accepted(Result result, List<OutcomeOrder> waiting) {}

    private Accepted accept(FencedRun run, Batch batch, Map<UUID, Verdict> sales) {
        FenceGuard.Locked locked = fences.lockToWrite(run);
        Instant now = now();
        RunningBooks books = new RunningBooks(locked.portfolio().books(), run.cycleId(), ids, now);
        OrderBatch decisions = new OrderBatch(locked.cycle(), books, now);
        books.mark(batch.prices());
        groups(run, batch, Side.SELL, now).forEach(group -> decisions.sell(group, batch.broken(group), sales));
        PortfolioBooking booking = books.booking();
        groups(run, batch, Side.BUY, now).forEach(group -> decisions.buy(group, batch.broken(group)));

        store(decisions);
        ManagedPortfolio after = booked(locked.portfolio(), booking);
        if (!booking.isEmpty()) {
            events.valued(after);
        }
        return new Accepted(
                new Result(after, decisions.orders(), settlements(run, locked.cycle(), booking)), decisions.waiting());
    }

    private Result conclude(FencedRun run, Accepted accepted, Map<UUID, Verdict> verdicts) {
        FenceGuard.Locked locked = fences.lockToWrite(run);
        Instant now = now();
        RunningBooks books = new RunningBooks(locked.portfolio().books(), run.cycleId(), ids, now);
        OrderBatch decisions = new OrderBatch(locked.cycle(), books, now);
        OrderSets.of(accepted.waiting, OutcomeOrder::set).forEach(group -> decisions.conclude(group, verdicts));

        store(decisions);
        PortfolioBooking booking = books.booking();
        ManagedPortfolio after = booked(locked.portfolio(), booking);
        if (!booking.isEmpty()) {
            events.filled(after, decisions.filledBy(booking.trades()));
        }
        Map<UUID, OutcomeOrder> orderById = new LinkedHashMap<>(accepted.result.orders());
        orderById.putAll(decisions.orders());
        return new Result(after, orderById, accepted.result.settlements());
    }

    private static List<List<OutcomeOrder>> groups(FencedRun run, Batch batch, Side side, Instant now) {
        List<OutcomeOrder> wanted = batch.orders().stream()
                .filter(order -> order.terms().side() == side)
                .map(order -> OutcomeOrder.accepted(run, order, now))
                .toList();
        return OrderSets.of(wanted, OutcomeOrder::set);
    }

    private void store(OrderBatch decisions) {
        orders.add(decisions.added());
        orders.end(decisions.ended());
        decisions
                .givenBack()
                .forEach(order -> events.closed(order, order.reasons().getFirst()));
    }

    private ManagedPortfolio booked(ManagedPortfolio before, PortfolioBooking booking) {
        if (booking.isEmpty()) {
            return before;
        }
        ManagedPortfolio after = before.with(booking.portfolio());
        portfolios.save(after, booking.changed());
        if (!booking.trades().isEmpty()) {
            history.add(after.id(), booking.trades());
            events.traded(after, booking.trades());
        }
        return after;
    }

    /** Positions settled in the cycle: those of earlier calls, which the cycle counts, and those of this booking. */
    private List<OutcomeTrade> settlements(FencedRun run, BookedCycle cycle, PortfolioBooking booking) {
        return cycle.settled() > 0
                // Those of this booking are stored already.
                ? history.settlements(run.portfolioId(), run.cycleId())
                : booking.trades().stream()
                        .filter(trade -> trade.kind() == MarketTrade.Kind.SETTLEMENT)
                        .toList();
    }

    /** Cancels orders that were left waiting by a stop of the service, and gives back what is held for them. */
    public void cancelAbandoned(Duration age) {
        for (OutcomeOrder waiting : orders.waitingSince(now().minus(age))) {
            try {
                work.durable(() -> cancel(waiting));
            } catch (RuntimeException e) {
                LOG.warn("Order {} of portfolio {} still waits", waiting.id(), waiting.portfolioId(), e);
            }
        }
    }

    private void cancel(OutcomeOrder waiting) {
        fences.lock(waiting.portfolioId());
        orders.find(waiting.id()).filter(order -> !order.isEnded()).ifPresent(order -> {
            Reason why = new Reason(
                    PortfolioReason.INTERRUPTED.name(),
                    "the order was accepted at %s and never filled".formatted(order.createdAt()));
            events.closed(order, why);
            orders.end(List.of(order.cancelled(why, now())));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
