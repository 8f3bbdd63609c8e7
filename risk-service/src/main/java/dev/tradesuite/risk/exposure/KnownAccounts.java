package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.AccountBooks;
import dev.tradesuite.risk.account.BooksSource;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.check.AccountView;
import dev.tradesuite.risk.check.AccountViews;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.state.StateEntry;
import java.util.List;
import java.util.Optional;

/** The accounts as the checks see them; the books are asked about one that is not remembered yet. */
public final class KnownAccounts implements AccountViews {

    private final ExposureReader exposures;
    private final AccountBooks books;
    private final Limits defaultLimits;

    public KnownAccounts(ExposureReader exposures, AccountBooks books, Limits defaultLimits) {
        this.exposures = exposures;
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

    @Override
    public AccountView newestView(String accountId, TradeSubjects about) {
        return learn(accountId, about).<AccountView>map(unknown -> unknown).orElseGet(() -> view(accountId, about));
    }

    private Optional<AccountView> known(String accountId, TradeSubjects about) {
        return exposures.snapshot(accountId, about).map(AccountView.Known::new);
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
        return new AccountView.Unknown(message, defaultLimits, exposures.states(accountId, about));
    }

    @Override
    public List<StateEntry> states(TradeSubjects about) {
        return exposures.states(null, about);
    }

    @Override
    public Limits defaultLimits() {
        return defaultLimits;
    }
}
