package dev.tradesuite.risk.check;

import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.state.StateEntry;
import java.util.List;

/** What risk remembers of accounts. */
public interface AccountViews {

    /** The account as it is now, with the trading states of what a trade is about. Takes no lock. */
    AccountView view(String accountId, TradeSubjects about);

    /** The account as the books themselves have it, whether or not events have told of that yet. */
    AccountView newestView(String accountId, TradeSubjects about);

    /** Trading states of what a trade is about, for one without an account in the books. */
    List<StateEntry> states(TradeSubjects about);

    /** Limits of an account that has none of its own. */
    Limits defaultLimits();
}
