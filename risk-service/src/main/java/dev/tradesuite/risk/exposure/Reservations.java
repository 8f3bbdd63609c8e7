package dev.tradesuite.risk.exposure;

import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.risk.account.AccountBooks;
import dev.tradesuite.risk.account.BooksReport;
import dev.tradesuite.risk.account.BreachMonitor;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.ProposedTrade;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one gate every order passes: the six checks are made and room is held under the lock of the account, in one
 * transaction.
 *
 * <p>A denied order changes nothing and leaves no trace here: its decision document has the assessment.
 */
public final class Reservations {

    private static final Correlations NOTHING_CORRELATES =
            (symbol, _) -> new PairCorrelation.Missing(symbol + " has no returns");

    private final RiskAccounts accounts;
    private final ReservationStore store;
    private final ExposureReader exposures;
    private final PreTradeChecks checks;
    private final CorrelationSource correlations;
    private final KnownAccounts known;
    private final AccountBooks books;
    private final BreachMonitor monitor;
    private final Clock clock;

    public Reservations(
            RiskAccounts accounts,
            ReservationStore store,
            ExposureReader exposures,
            PreTradeChecks checks,
            CorrelationSource correlations,
            KnownAccounts known,
            AccountBooks books,
            BreachMonitor monitor,
            Clock clock) {
        this.accounts = accounts;
        this.store = store;
        this.exposures = exposures;
        this.checks = checks;
        this.correlations = correlations;
        this.known = known;
        this.books = books;
        this.monitor = monitor;
        this.clock = clock;
    }

    /**
     * Holds room for an order; asking again for the same order answers the reservation that stands.
     *
     * <p>Who sends a trade without a stop wants out of something. Before it is denied the books are asked: they may
     * hold more than events have told of, and nobody is kept in a position because events are late.
     */
    public ReserveOutcome reserve(ReserveOrder order) {
        ReserveOutcome outcome = decide(order);
        boolean maybeAnExit = outcome instanceof ReserveOutcome.Denied
                && order.proposal() instanceof ProposedTrade trade
                && trade.stopPrice() == null;
        return maybeAnExit && known.learn(order.accountId(), order.about()).isEmpty() ? decide(order) : outcome;
    }

    private ReserveOutcome decide(ReserveOrder order) {
        return correlations.conclude(order.window(), correlated -> decideLocked(order, correlated)
                .orElseGet(() -> decideAfterAskingTheBooks(order, correlated)));
    }

    /**
     * Holds room for stakes on the books that come along with them, one after the other under one lock: each sees those
     * before it as held. Nothing correlates with a stake, so none is asked for.
     *
     * @param booked orders that these books include already
     * @return one outcome for each, in their order
     * @throws dev.tradesuite.risk.account.ImplausibleReportException when the books are further ahead than any can be
     */
    public List<ReserveOutcome> reserve(List<ReserveOrder> stakes, BooksReport report, Set<UUID> booked) {
        return books.takeInBrought(report, account -> {
            takeIn(account, booked, report.updatedAt());
            return decide(account, stakes, ReplacedOrders.NONE, NOTHING_CORRELATES);
        });
    }

    private Optional<ReserveOutcome> decideLocked(ReserveOrder order, Correlations correlated) {
        return accounts.locked(
                order.accountId(), account -> decide(account, List.of(order), replaced(account, order), correlated)
                        .getFirst());
    }

    private ReserveOutcome decideAfterAskingTheBooks(ReserveOrder order, Correlations correlated) {
        Optional<AccountView.Unknown> unknown = known.learn(order.accountId(), order.about());
        return unknown.<ReserveOutcome>map(account -> new ReserveOutcome.Denied(
                        checks.assess(order.proposal(), account, correlated, clock.instant())))
                .or(() -> decideLocked(order, correlated))
                .orElseThrow(() -> new IllegalStateException("account " + order.accountId() + " was forgotten"));
    }

    private List<ReserveOutcome> decide(
            LockedAccount account, List<ReserveOrder> orders, ReplacedOrders replaced, Correlations correlated) {
        ReserveBatch batch =
                new ReserveBatch(account.account(), exposures.orderBook(account, orders), checks, clock.instant());
        List<ReserveOutcome> outcomes = orders.stream()
                .map(order -> batch.decide(order, replaced, correlated))
                .toList();
        if (!batch.made().isEmpty()) {
            monitor.rollDay(account);
            store.add(account, batch.made(), replaced);
        }
        return outcomes;
    }

    /** The orders whose place this one takes; what is filled of the one it names is taken in first. */
    private ReplacedOrders replaced(LockedAccount account, ReserveOrder order) {
        ReserveOrder.Replaced named = order.replaces();
        if (named == null) {
            return ReplacedOrders.NONE;
        }
        return change(account, named.orderId(), found -> found.filledAtMost(named.filled(), clock.instant()))
                .filter(found -> order.toReserve().mayReplace(found.order()))
                .map(found -> ReplacedOrders.inLineOf(found, store.held(account)))
                .orElse(ReplacedOrders.NONE);
    }

    /** A reservation by its order. */
    public Optional<Reservation> find(UUID orderId) {
        return store.find(orderId);
    }

    /** Reservations of an account, newest first. */
    public List<Reservation> list(String accountId, @Nullable ReservationStatus status, int most) {
        return store.list(accountId, status, most);
    }

    /**
     * Takes in a report of the books.
     *
     * <p>An older report than the newest taken in changes no figure. The fill it tells of is taken in always: what the
     * newer report says includes it, so from here on the books carry it and its reservation does not, in one
     * transaction.
     */
    public void reported(BooksReport report, Optional<ReportedFill> fill) {
        books.takeInFromOutside(
                report,
                account -> fill.flatMap(told -> change(
                        account,
                        told.orderId(),
                        reservation -> reservation.booked(told.booked(), told.orderComplete(), report.updatedAt()))));
    }

    /** The order was filled; what is not in the books yet stays held. Empty without a reservation. */
    public Optional<Reservation> filled(String accountId, UUID orderId, BigDecimal cumulative, boolean orderComplete) {
        return change(
                accountId, orderId, reservation -> reservation.filled(cumulative, orderComplete, clock.instant()));
    }

    /** The order came to nothing, or to no more than what was filled: the rest is free. Empty without a reservation. */
    public Optional<Reservation> released(String accountId, UUID orderId, String reason) {
        return change(accountId, orderId, reservation -> reservation.ended(BigDecimal.ZERO, reason, clock.instant()));
    }

    /**
     * The order ended with this much filled. When it never had a reservation, none will be made for it any more, should
     * the request for one still be under way; that holds for an account that is not known yet as well.
     */
    public void ended(String accountId, UUID orderId, BigDecimal filled, String reason) {
        if (!endedIfKnown(accountId, orderId, filled, reason)) {
            store.rememberEnd(orderId, clock.instant());
            // The account may have become known in between, and have a reservation that did not see the end.
            endedIfKnown(accountId, orderId, filled, reason);
        }
    }

    /** @return whether the account is known */
    private boolean endedIfKnown(String accountId, UUID orderId, BigDecimal filled, String reason) {
        return accounts.locked(accountId, account -> {
                    Instant now = clock.instant();
                    if (change(account, orderId, found -> found.ended(filled, reason, now))
                            .isEmpty()) {
                        store.rememberEnd(orderId, now);
                        account.markWritten();
                    }
                    return true;
                })
                .isPresent();
    }

    private Optional<Reservation> change(String accountId, UUID orderId, UnaryOperator<Reservation> change) {
        return accounts.locked(accountId, account -> change(account, orderId, change))
                .flatMap(changed -> changed);
    }

    private Optional<Reservation> change(LockedAccount account, UUID orderId, UnaryOperator<Reservation> change) {
        Optional<Reservation> before = store.find(orderId)
                .filter(found -> found.accountId().equals(account.account().id()));
        Optional<Reservation> after = before.map(change);
        after.ifPresent(changed -> save(account, before.orElseThrow(), changed));
        return after;
    }

    /** Nothing is held any more for orders that the books include as a whole. */
    private void takeIn(LockedAccount account, Set<UUID> booked, Instant at) {
        if (booked.isEmpty() || !account.account().holdsSomething()) {
            return;
        }
        for (Reservation held : store.held(account)) {
            if (booked.contains(held.orderId())) {
                save(account, held, held.booked(held.order().size().value(), true, at));
            }
        }
    }

    private void save(LockedAccount account, Reservation before, Reservation after) {
        if (!after.equals(before)) {
            store.save(account, List.of(after));
            account.hold(
                    after.heldLoss().subtract(before.heldLoss()),
                    after.heldMargin().subtract(before.heldMargin()));
        }
    }
}
