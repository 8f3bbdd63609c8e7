package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.Accounts;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.limit.Limits;
import dev.tradesuite.risk.limit.StateEntry;
import java.util.List;
import java.util.Optional;

/** The remembered accounts; the books are asked about one that is not remembered yet. */
public final class RememberedAccounts implements Accounts {

    private final RiskMemory memory;
    private final AccountBooks books;
    private final Limits defaultLimits;

    public RememberedAccounts(RiskMemory memory, AccountBooks books, Limits defaultLimits) {
        this.memory = memory;
        this.books = books;
        this.defaultLimits = defaultLimits;
    }

    @Override
    public AccountView view(String accountId, TradeSubjects about) {
        return known(accountId, about)
                .or(() -> learn(accountId, about))
                .or(() -> known(accountId, about))
                .orElseThrow(() -> new IllegalStateException("account " + accountId + " was forgotten"));
    }

    private Optional<AccountView> known(String accountId, TradeSubjects about) {
        Optional<AccountSnapshot> snapshot = memory.snapshot(accountId, about);
        return snapshot.map(AccountView.Known::new);
    }

    /** Asks the books about the account; what is not known even then, and why, or empty when it is known now. */
    Optional<AccountView.Unknown> learn(String accountId, TradeSubjects about) {
        return switch (books.learn(accountId)) {
            case BooksSource.Answer.Found _ -> Optional.empty();
            case BooksSource.Answer.NoSuchAccount _ ->
                Optional.of(unknown(accountId, "the books have no account " + accountId, about));
            case BooksSource.Answer.Unavailable(String message) -> Optional.of(unknown(accountId, message, about));
        };
    }

    private AccountView.Unknown unknown(String accountId, String message, TradeSubjects about) {
        return new AccountView.Unknown(message, defaultLimits, memory.states(accountId, about));
    }

    @Override
    public List<StateEntry> states(TradeSubjects about) {
        return memory.states(null, about);
    }

    @Override
    public Limits defaultLimits() {
        return defaultLimits;
    }
}
