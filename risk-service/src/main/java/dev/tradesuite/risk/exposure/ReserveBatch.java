package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.PreTradeChecks;
import dev.tradesuite.risk.check.ProposedExit;
import dev.tradesuite.risk.check.RiskHolding;
import dev.tradesuite.risk.check.TradeAssessment;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.state.StateSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Decides on orders of one account, one after the other: each sees the loss and margin of those before it as held.
 *
 * <p>It lays stakes and single trades beside the account; trades of one batch would have to see one another as holdings
 * too.
 */
final class ReserveBatch {

    private final ExposureReader.OrderBook book;
    private final PreTradeChecks checks;
    private final Instant now;
    private final Map<UUID, Reservation> made = new LinkedHashMap<>();
    private RiskAccount account;

    ReserveBatch(RiskAccount account, ExposureReader.OrderBook book, PreTradeChecks checks, Instant now) {
        this.account = account;
        this.book = book;
        this.checks = checks;
        this.now = now;
    }

    /** Reservations to be added. */
    List<Reservation> made() {
        return List.copyOf(made.values());
    }

    /** @param replaced the orders whose place it takes */
    ReserveOutcome decide(ReserveOrder wanted, ReplacedOrders replaced, Correlations correlated) {
        ReservedOrder order = replaced.held().stream()
                .findFirst()
                .map(first -> wanted.toReserve().after(first.order()))
                .orElseGet(wanted::toReserve);
        Reservation existing = book.existing().getOrDefault(order.orderId(), made.get(order.orderId()));
        if (existing != null) {
            if (!existing.order().isSame(order)) {
                throw new OrderReservedException(existing.order());
            }
            return new ReserveOutcome.Stands(existing, null);
        }
        if (book.ended().contains(order.orderId())) {
            return new ReserveOutcome.Stands(Reservation.tooLate(order, now), null);
        }
        TradeAssessment assessment = checks.assess(
                wanted.proposal(), new AccountView.Known(snapshot(wanted.about(), replaced)), correlated, now);
        if (!assessment.allowed() || !correlated.isComplete()) {
            return new ReserveOutcome.Denied(assessment);
        }
        if (wanted.proposal() instanceof ProposedExit) {
            return new ReserveOutcome.NothingToHold(assessment);
        }
        Hold hold = assessment.toHold().orElseThrow();
        Reservation reservation = Reservation.of(order, hold, now);
        made.put(order.orderId(), reservation);
        account = account.holding(hold.loss(), hold.margin());
        return new ReserveOutcome.Stands(reservation, assessment);
    }

    private AccountSnapshot snapshot(TradeSubjects about, ReplacedOrders replaced) {
        Set<StateSubject> subjects = about.subjects(account.id());
        List<RiskHolding> holdings = new ArrayList<>(book.positions());
        holdings.addAll(replaced.without(book.pending()));
        return new AccountSnapshot(
                replaced.without(account).figures(),
                holdings,
                Figure.zero(),
                book.states().stream()
                        .filter(state -> subjects.contains(state.subject()))
                        .toList());
    }
}
