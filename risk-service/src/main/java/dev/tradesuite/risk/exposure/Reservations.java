package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.Assessment;
import dev.tradesuite.risk.check.Correlation;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.PreTradeChecks;
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
            (symbol, _) -> new Correlation.Missing(symbol + " has no returns");

    private final RiskMemory memory;
    private final PreTradeChecks checks;
    private final CorrelationSource correlations;
    private final RememberedAccounts accounts;
    private final AccountBooks books;
    private final Guard guard;
    private final Clock clock;

    public Reservations(
            RiskMemory memory,
            PreTradeChecks checks,
            CorrelationSource correlations,
            RememberedAccounts accounts,
            AccountBooks books,
            Guard guard,
            Clock clock) {
        this.memory = memory;
        this.checks = checks;
        this.correlations = correlations;
        this.accounts = accounts;
        this.books = books;
        this.guard = guard;
        this.clock = clock;
    }

    /** Holds room for an order; asking again for the same order answers the reservation that stands. */
    public ReserveOutcome reserve(ReserveOrder order) {
        return correlations.conclude(order.window(), known -> decideLocked(order, known)
                .orElseGet(() -> decideAfterAskingTheBooks(order, known)));
    }

    /**
     * Holds room for stakes on the books that come along with them, one after the other under one lock: each sees those
     * before it as held. Nothing correlates with a stake, so none is asked for.
     *
     * @param booked orders that these books include already
     * @return one outcome for each, in their order
     */
    public List<ReserveOutcome> reserve(List<ReserveOrder> stakes, BooksReport report, Set<UUID> booked) {
        return books.onBooks(report, booked, account -> stakes.stream()
                .map(stake -> decide(account, stake, NOTHING_CORRELATES))
                .toList());
    }

    private Optional<ReserveOutcome> decideLocked(ReserveOrder order, Correlations known) {
        return memory.locked(order.accountId(), account -> decide(account, order, known));
    }

    private ReserveOutcome decideAfterAskingTheBooks(ReserveOrder order, Correlations known) {
        Optional<AccountView.Unknown> unknown = accounts.learn(order.accountId(), order.about());
        return unknown.<ReserveOutcome>map(account ->
                        new ReserveOutcome.Denied(checks.assess(order.proposal(), account, known, clock.instant())))
                .or(() -> decideLocked(order, known))
                .orElseThrow(() -> new IllegalStateException("account " + order.accountId() + " was forgotten"));
    }

    private ReserveOutcome decide(LockedAccount account, ReserveOrder order, Correlations known) {
        LockedAccount.OrderView view = account.view(order.about(), order.orderId());
        if (view.existing().isPresent()) {
            Reservation existing = view.existing().get();
            if (!existing.isFor(order.accountId(), order.proposal())) {
                throw new OrderReservedException(existing);
            }
            return new ReserveOutcome.Stands(existing, null);
        }
        Instant now = clock.instant();
        if (view.ended()) {
            return new ReserveOutcome.Stands(
                    Reservation.tooLate(order.orderId(), order.accountId(), order.proposal(), now), null);
        }
        Assessment assessment = checks.assess(order.proposal(), new AccountView.Known(view.snapshot()), known, now);
        if (!assessment.allowed() || !known.isComplete()) {
            return new ReserveOutcome.Denied(assessment);
        }
        guard.rollDay(account);
        Reservation reservation = Reservation.of(
                order.orderId(),
                order.accountId(),
                order.proposal(),
                assessment.toHold().orElseThrow(),
                now);
        account.hold(reservation, order.about());
        return new ReserveOutcome.Stands(reservation, assessment);
    }

    /** A reservation by its order. */
    public Optional<Reservation> find(UUID orderId) {
        return memory.reservation(orderId);
    }

    /** Reservations of an account, newest first. */
    public List<Reservation> list(String accountId, Reservation.@Nullable Status status, int most) {
        return memory.reservations(accountId, status, most);
    }

    /** The order was filled; what is not in the books yet stays held. Empty without a reservation. */
    public Optional<Reservation> filled(UUID orderId, BigDecimal cumulativeLots, boolean orderComplete) {
        return change(orderId, reservation -> reservation.filled(cumulativeLots, orderComplete, clock.instant()));
    }

    /** The order came to nothing, or to no more than what was filled: the rest is free. Empty without a reservation. */
    public Optional<Reservation> released(UUID orderId, String reason) {
        return change(orderId, reservation -> reservation.ended(BigDecimal.ZERO, reason, clock.instant()));
    }

    private Optional<Reservation> change(UUID orderId, UnaryOperator<Reservation> change) {
        return memory.reservation(orderId)
                .flatMap(found -> memory.locked(found.accountId(), account -> change(account, orderId, change)
                        .orElse(found)));
    }

    private static Optional<Reservation> change(
            LockedAccount account, UUID orderId, UnaryOperator<Reservation> change) {
        Optional<Reservation> before = account.reservation(orderId);
        Optional<Reservation> after = before.map(change);
        before.ifPresent(reservation -> account.save(reservation, after.orElseThrow()));
        return after;
    }

    /**
     * The order ended with this much filled. When it never had a reservation, none will be made for it any more, should
     * the request for one still be under way.
     */
    public void ended(String accountId, UUID orderId, BigDecimal filledLots, String reason) {
        memory.locked(accountId, account -> {
            Optional<Reservation> reservation =
                    change(account, orderId, found -> found.ended(filledLots, reason, clock.instant()));
            if (reservation.isEmpty()) {
                account.rememberEnd(orderId);
            }
            return reservation;
        });
    }
}
