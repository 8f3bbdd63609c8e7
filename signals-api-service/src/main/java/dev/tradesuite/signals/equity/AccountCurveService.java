package dev.tradesuite.signals.equity;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;

/** Reads equity curves. */
public final class AccountCurveService {

    private final CurveStore store;

    public AccountCurveService(CurveStore store) {
        this.store = store;
    }

    /**
     * The curve of an account.
     *
     * <p>One account is read at a time: who writes the curves to somebody slow holds a few of them and no connection.
     */
    public AccountCurve of(ModelSeries series, ModelAccount account, CurveWindow window, EquityResolution resolution) {
        int id = account.strategy().id();
        BigDecimal starting = store.before(series, id, window.from())
                .map(AccountPoint::equity)
                .orElse(account.startingCapital());
        return new AccountCurve(account, starting, store.points(series, id, window, resolution));
    }
}
