package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.instruments.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes the paper orders of cycles and fills them.
 *
 * <p>A BUY is stored, then passes risk-service, then is filled: trade, position, cash, order and events in one
 * transaction under the portfolio's lock, which is never held while risk-service is asked. A SELL needs nobody's leave.
 * An order has one identity, so a repeat goes on where the first attempt stopped and never buys twice.
 */
public final class OrderDesk {

    private final Runs runs;
    private final Portfolios portfolios;
    private final Orders orders;
    private final Records records;
    private final RiskGate risk;
    private final Announcements announcements;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public OrderDesk(
            Runs runs,
            Portfolios portfolios,
            Orders orders,
            Records records,
            RiskGate risk,
            Announcements announcements,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.runs = runs;
        this.portfolios = portfolios;
        this.orders = orders;
        this.records = records;
        this.risk = risk;
        this.announcements = announcements;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Places an order, or finds the one that stands for its cycle, market and side.
     *
     * @return the order, ended: filled, denied or cancelled
     * @throws RefusedException when the run may not write
     */
    public PaperOrder place(Run run, OrderTerms terms) {
        return switch (terms.side()) {
            case BUY -> buy(run, terms);
            case SELL -> work.durable(() -> sell(run, terms));
        };
    }

    /** Orders of a cycle so far, in the order they were taken. */
    public List<PaperOrder> ofCycle(long portfolioId, UUID cycleId) {
        return orders.ofCycle(portfolioId, cycleId);
    }

    private PaperOrder buy(Run run, OrderTerms terms) {
        // Nothing has been asked for yet. The reservation commits after it, to the same log: a crash that loses this
        // loses that as well.
        Taken taken = work.relaxed(() -> take(run, terms));
        if (taken.order.isEnded()) {
            return taken.order;
        }
        RiskGate.Verdict verdict = risk.reserve(taken.portfolio, taken.order);
        return work.durable(() -> conclude(run, taken.order.id(), verdict));
    }

    /** An order and the books it was taken on. */
    private record Taken(Portfolio portfolio, PaperOrder order) {}

    private Taken take(Run run, OrderTerms terms) {
        Portfolio portfolio = runs.lock(run);
        Optional<PaperOrder> standing = standing(run, terms);
        if (standing.isPresent()) {
            return new Taken(portfolio, standing.get());
        }
        Instant now = now();
        PaperOrder taken = PaperOrder.taken(run.portfolioId(), run.cycleId(), terms, now);
        PaperOrder order = portfolio
                .denialOf(terms)
                .map(denial -> taken.denied(List.of(denial), now))
                .orElse(taken);
        orders.add(order);
        return new Taken(portfolio, order);
    }

    private PaperOrder conclude(Run run, UUID orderId, RiskGate.Verdict verdict) {
        Portfolio portfolio = runs.lock(run);
        PaperOrder order = orders.find(orderId).orElseThrow();
        if (order.isEnded()) {
            return order;
        }
        return switch (verdict) {
            case RiskGate.Verdict.Reserved() ->
                portfolio
                        .denialOf(order.terms())
                        .map(denial -> givenUp(order, denial))
                        .orElseGet(() -> filled(portfolio.bought(order, ids, now()), order));
            case RiskGate.Verdict.Denied(List<Denial> denials) -> ended(order.denied(denials, now()));
            case RiskGate.Verdict.Unsure(String message) ->
                givenUp(order, Denial.of(PortfolioReason.RISK_UNAVAILABLE, message));
        };
    }

    private PaperOrder sell(Run run, OrderTerms terms) {
        Portfolio portfolio = runs.lock(run);
        return standing(run, terms).orElseGet(() -> {
            Instant now = now();
            PaperOrder taken = PaperOrder.taken(run.portfolioId(), run.cycleId(), terms, now);
            Optional<Denial> denial = portfolio.denialOf(terms);
            orders.add(taken);
            return denial.map(why -> ended(taken.denied(List.of(why), now)))
                    .orElseGet(() -> filled(portfolio.sold(taken, ids, now), taken));
        });
    }

    private Optional<PaperOrder> standing(Run run, OrderTerms terms) {
        return orders.find(
                PaperOrder.idOf(run.portfolioId(), run.cycleId(), terms.market().marketId(), terms.side()));
    }

    private PaperOrder filled(Booking booking, PaperOrder order) {
        Portfolio after = booking.portfolio();
        Trade trade = booking.trade();
        PaperOrder filled = order.filled(trade.shares(), trade.at());
        portfolios.save(after, booking.changed());
        records.add(after.id(), trade);
        orders.end(filled);
        announcements.traded(after, trade);
        if (order.terms().side() == Side.BUY) {
            announcements.filled(after, filled);
        } else {
            announcements.valued(after);
        }
        return filled;
    }

    /** Denies an order that risk-service may hold something for. */
    private PaperOrder givenUp(PaperOrder order, Denial why) {
        announcements.closed(order, why);
        return ended(order.denied(List.of(why), now()));
    }

    private PaperOrder ended(PaperOrder order) {
        orders.end(order);
        return order;
    }

    /** Cancels orders that were left waiting by a stop of the service, and gives back what is held for them. */
    public void cancelAbandoned(Duration age) {
        for (PaperOrder waiting : orders.waitingSince(now().minus(age))) {
            work.durable(() -> {
                runs.lock(waiting.portfolioId());
                return orders.find(waiting.id())
                        .filter(order -> !order.isEnded())
                        .map(this::cancelled);
            });
        }
    }

    private PaperOrder cancelled(PaperOrder order) {
        Denial why = Denial.of(
                PortfolioReason.INTERRUPTED, "the order was taken at %s and never filled".formatted(order.createdAt()));
        announcements.closed(order, why);
        return ended(order.cancelled(why, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
