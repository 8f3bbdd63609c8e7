package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.Trade;
import java.util.List;
import java.util.Optional;

/** Answers questions about accounts; each one is empty for an unknown account. */
public final class AccountQueries {

    private final BookingService.Ledger ledger;
    private final Reconciliations reconciliations;
    private final BrokerLots broker;

    public AccountQueries(BookingService.Ledger ledger, Reconciliations reconciliations, BrokerLots broker) {
        this.ledger = ledger;
        this.reconciliations = reconciliations;
        this.broker = broker;
    }

    /** Every account, by id. */
    public List<Account> all() {
        return ledger.accounts().all();
    }

    /** The account as of its last change. */
    public Optional<Account> find(String id) {
        return ledger.accounts().find(id);
    }

    /**
     * Trades of an account, the newest first.
     *
     * @param strategy those it wanted only, {@code unassigned} for those that none wanted; empty: all
     */
    public Optional<List<Trade>> trades(String id, Optional<String> strategy, Span span) {
        return unlessUnknown(id, ledger.trades().list(id, strategy, span));
    }

    /** What an account was worth after each of its changes, the oldest first. */
    public Optional<List<EquityPoint>> history(String id, Span span) {
        return unlessUnknown(id, ledger.history().points(id, span));
    }

    /** Whether the books of an account are what its trades add up to, and what its broker holds. */
    public Optional<Reconciliation> reconciliation(String id) {
        return reconciliations
                .of(id)
                .map(books -> broker.of(id).map(books::with).orElse(books));
    }

    /** An account with records is known; only without any it has to be looked up. */
    private <T> Optional<List<T>> unlessUnknown(String id, List<T> records) {
        return records.isEmpty() && find(id).isEmpty() ? Optional.empty() : Optional.of(records);
    }
}
