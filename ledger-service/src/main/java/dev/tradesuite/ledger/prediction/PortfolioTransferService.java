package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.ledger.account.BookedCashFlow;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.CashFlowService;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves cash between accounts and portfolios. Both sides are one transaction, so that whatever stops the service the
 * cash is in one place; a transfer that is asked for again is the one there is.
 */
public final class PortfolioTransferService {

    /** Every portfolio is kept in it. */
    private static final String CURRENCY = "USD";

    private final BookingService.Ledger ledger;
    private final CashFlowService flows;
    private final Portfolios portfolios;
    private final PortfolioHistory history;
    private final BookedTransfers transfers;
    private final PortfolioEvents events;
    private final UnitOfWork work;

    public PortfolioTransferService(
            BookingService.Ledger ledger,
            CashFlowService flows,
            Portfolios portfolios,
            PortfolioHistory history,
            BookedTransfers transfers,
            PortfolioEvents events,
            UnitOfWork work) {
        this.ledger = ledger;
        this.flows = flows;
        this.portfolios = portfolios;
        this.history = history;
        this.transfers = transfers;
        this.events = events;
        this.work = work;
    }

    /**
     * What is to be moved.
     *
     * @param id names it
     * @param amount above 0 into the portfolio, below 0 out of it
     * @param strategy that causes it; absent without one
     * @param reason why
     * @param person who wants it
     */
    public record Wanted(
            UUID id,
            String accountId,
            long portfolioId,
            BigDecimal amount,
            @Nullable String strategy,
            String reason,
            String person) {

        public Wanted {
            amount = Amounts.even(amount);
            if (amount.signum() == 0) {
                throw new IllegalArgumentException("amount must not be 0");
            }
        }

        private boolean isSameAs(BookedTransfer booked) {
            return booked.accountId().equals(accountId)
                    && booked.portfolioId() == portfolioId
                    && booked.amount().compareTo(amount) == 0;
        }
    }

    /** What became of it. */
    public sealed interface Result {

        /** It is in the books, since now or before. */
        record Moved(BookedTransfer transfer) implements Result {}

        record NoSuchAccount() implements Result {}

        record NoSuchPortfolio() implements Result {}

        /** There is another transfer of this id. */
        record OtherTransfer(BookedTransfer transfer) implements Result {}

        /** Currency or label of the two are not the same, or one of them is archived. */
        record NotPossible(String why) implements Result {}

        /** More was to be moved than is free where it is taken from. */
        record NotFree(String why) implements Result {}
    }

    /** Moves it, or says why not. */
    public Result move(Wanted wanted) {
        CashFlowService.Wanted flow = new CashFlowService.Wanted(
                wanted.id,
                wanted.accountId,
                new CashFlow(CashFlowKind.TRANSFER, wanted.amount.negate()),
                wanted.strategy,
                wanted.reason,
                wanted.person);
        BigDecimal held = transfers.find(wanted.id).isPresent() ? BigDecimal.ZERO : flows.held(flow);
        return work.durable(() -> {
            // The account first: of two that ask for the same the second finds the transfer of the first.
            Optional<Account> account = ledger.accounts().lock(wanted.accountId);
            if (account.isEmpty()) {
                return new Result.NoSuchAccount();
            }
            Optional<BookedTransfer> before = transfers.find(wanted.id);
            if (before.isPresent()) {
                return wanted.isSameAs(before.get())
                        ? new Result.Moved(before.get())
                        : new Result.OtherTransfer(before.get());
            }
            Optional<ManagedPortfolio> portfolio = portfolios.lock(wanted.portfolioId);
            if (portfolio.isEmpty()) {
                return new Result.NoSuchPortfolio();
            }
            return obstacle(account.get(), portfolio.get(), wanted)
                    .orElseGet(() -> moved(portfolio.get(), wanted, flow, held));
        });
    }

    private Optional<Result> obstacle(Account account, ManagedPortfolio portfolio, Wanted wanted) {
        if (portfolio.status() == PortfolioStatus.ARCHIVED) {
            return Optional.of(new Result.NotPossible("Portfolio %d is archived".formatted(portfolio.id())));
        }
        if (!account.currency().equals(CURRENCY)) {
            return Optional.of(new Result.NotPossible("Account %s is kept in %s, portfolio %d in %s"
                    .formatted(account.id(), account.currency(), portfolio.id(), CURRENCY)));
        }
        RunLabel label = label(portfolio.id());
        if (account.opening().label() != label) {
            return Optional.of(new Result.NotPossible("Account %s is %s, portfolio %d is %s"
                    .formatted(account.id(), account.opening().label(), portfolio.id(), label)));
        }
        BigDecimal cash = portfolio.books().funds().cash();
        return cash.add(wanted.amount).signum() < 0
                ? Optional.of(new Result.NotFree("Portfolio %d has %s in cash, less than %s"
                        .formatted(
                                portfolio.id(),
                                cash.toPlainString(),
                                wanted.amount.negate().toPlainString())))
                : Optional.empty();
    }

    /** That of the newest snapshot; one without any trades on paper. */
    private RunLabel label(long portfolioId) {
        List<DailySnapshot> newest = history.snapshots(portfolioId, 1);
        return newest.isEmpty() ? RunLabel.PAPER : newest.getLast().label();
    }

    private Result moved(ManagedPortfolio portfolio, Wanted wanted, CashFlowService.Wanted flow, BigDecimal held) {
        return switch (flows.pay(flow, held, _ -> {})) {
            case CashFlowService.Result.NoSuchAccount() -> new Result.NoSuchAccount();
            case CashFlowService.Result.Archived() ->
                new Result.NotPossible("Account %s is archived".formatted(wanted.accountId));
            case CashFlowService.Result.ExceedsFreeMargin(BigDecimal free, BigDecimal reserved) ->
                new Result.NotFree("Account %s has %s free, %s held for pending orders left out, and %s were wanted"
                        .formatted(
                                wanted.accountId,
                                free.toPlainString(),
                                reserved.toPlainString(),
                                wanted.amount.toPlainString()));
            case CashFlowService.Result.Paid(BookedCashFlow paid) -> {
                ManagedPortfolio after = portfolio.with(portfolio.books().moved(wanted.amount, paid.bookedAt()));
                portfolios.save(after, List.of());
                BookedTransfer booked = new BookedTransfer(
                        wanted.id,
                        wanted.accountId,
                        wanted.portfolioId,
                        wanted.amount,
                        paid.balanceAfter(),
                        after.books().funds().cash(),
                        wanted.person,
                        paid.bookedAt());
                transfers.add(booked);
                events.valued(after);
                yield new Result.Moved(booked);
            }
        };
    }
}
