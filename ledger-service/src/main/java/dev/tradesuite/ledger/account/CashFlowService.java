package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.accounting.account.CashResult;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pays cash into accounts and out of them. */
public final class CashFlowService {

    private final BookingService.Ledger ledger;
    private final CashFlows flows;
    private final ReservedMargin reserved;
    private final AccountEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public CashFlowService(
            BookingService.Ledger ledger,
            CashFlows flows,
            ReservedMargin reserved,
            AccountEvents events,
            UnitOfWork work,
            Clock clock) {
        this.ledger = ledger;
        this.flows = flows;
        this.reserved = reserved;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What is to be paid.
     *
     * @param id names the flow
     * @param accountId account
     * @param flow kind and amount
     * @param strategy that causes it; absent without one
     * @param reason why
     * @param person who wants it
     */
    public record Wanted(
            UUID id, String accountId, CashFlow flow, @Nullable String strategy, String reason, String person) {

        /** A flow that is named now. */
        public static Wanted of(
                String accountId, CashFlow flow, @Nullable String strategy, String reason, String person) {
            return new Wanted(Ids.next(), accountId, flow, strategy, reason, person);
        }
    }

    /** What became of it. */
    public sealed interface Result {

        /** It is in the books. */
        record Paid(BookedCashFlow flow) implements Result {}

        /** There is no such account. */
        record NoSuchAccount() implements Result {}

        /** The account is archived. */
        record Archived() implements Result {}

        /**
         * More was to be taken out than is free.
         *
         * @param freeMargin equity less the margin of positions and of pending orders; negative when more is used
         * @param reserved margin of pending orders
         */
        record ExceedsFreeMargin(BigDecimal freeMargin, BigDecimal reserved) implements Result {}
    }

    /**
     * Pays, or says why not. Before cash is taken out risk-service is asked what it holds for pending orders, while
     * nothing is locked; without its answer nothing is taken out.
     *
     * @param paid told of the flow in the transaction that books it
     */
    public Result pay(Wanted wanted, Consumer<BookedCashFlow> paid) {
        BigDecimal held = held(wanted);
        return work.durable(() -> pay(wanted, held, paid));
    }

    /** What risk-service holds for pending orders when cash is to be taken out; asked while nothing is locked. */
    public BigDecimal held(Wanted wanted) {
        boolean asked = wanted.flow.isTakenOut()
                && ledger.accounts().find(wanted.accountId).isPresent();
        return asked ? reserved.of(wanted.accountId) : BigDecimal.ZERO;
    }

    /**
     * As {@link #pay(Wanted, Consumer)}, in the transaction under way.
     *
     * @param held as {@link #held} has said before
     */
    public Result pay(Wanted wanted, BigDecimal held, Consumer<BookedCashFlow> paid) {
        return ledger.accounts()
                .lock(wanted.accountId)
                .map(account -> pay(account, held, wanted, paid))
                .orElseGet(Result.NoSuchAccount::new);
    }

    private Result pay(Account account, BigDecimal held, Wanted wanted, Consumer<BookedCashFlow> paid) {
        return switch (account.paid(wanted.flow, held, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            case CashResult.AccountArchived() -> new Result.Archived();
            case CashResult.ExceedsFreeMargin(BigDecimal free) -> new Result.ExceedsFreeMargin(free, held);
            case CashResult.Booked(Account after) -> {
                BookedCashFlow booked = new BookedCashFlow(
                        wanted.id,
                        after.id(),
                        after.sequence(),
                        wanted.flow,
                        wanted.strategy,
                        wanted.reason,
                        after.balance(),
                        after.cash().netCashFlow(),
                        wanted.person,
                        after.updatedAt());
                ledger.accounts().save(after);
                ledger.history().add(after.id(), EquityPoint.of(after, Cause.CASH_FLOW));
                flows.add(booked);
                events.changed(after);
                paid.accept(booked);
                yield new Result.Paid(booked);
            }
        };
    }

    /**
     * Flows of an account, the newest first; empty for an unknown account.
     *
     * @param strategy those it caused only; empty: all
     */
    public Optional<List<BookedCashFlow>> list(
            String accountId, Optional<String> strategy, Optional<Long> before, int most) {
        List<BookedCashFlow> found = flows.list(accountId, strategy, before, most);
        return found.isEmpty() && ledger.accounts().find(accountId).isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
