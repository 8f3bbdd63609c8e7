package dev.tradesuite.risk.check;

import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.state.StateEntry;
import java.util.List;

/** One account, whichever is asked for. */
public record OneAccountViews(AccountView account) implements AccountViews {

    public OneAccountViews(AccountSnapshot account) {
        this(new AccountView.Known(account));
    }

    @Override
    public AccountView view(String accountId, TradeSubjects about) {
        return account;
    }

    @Override
    public AccountView newestView(String accountId, TradeSubjects about) {
        return account;
    }

    @Override
    public List<StateEntry> states(TradeSubjects about) {
        return List.of();
    }

    @Override
    public Limits defaultLimits() {
        return TestAccount.DEFAULT_LIMITS;
    }
}
