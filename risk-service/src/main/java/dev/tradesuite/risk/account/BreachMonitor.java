package dev.tradesuite.risk.account;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.state.TradingStateService;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Restricts an account by itself when it passes a limit.
 *
 * <p>Daily loss: REDUCE_ONLY for the rest of the risk day, then ACTIVE again, because the limit is one of a day.
 * Drawdown: REDUCE_ONLY until a person has looked at it, so that one can still get out. Only the moment of passing
 * counts ({@link Breach#between}).
 */
public final class BreachMonitor {

    private final RiskAccounts accounts;
    private final TradingStateService states;
    private final BreachEvents events;
    private final RiskDay riskDay;
    private final Clock clock;

    public BreachMonitor(
            RiskAccounts accounts, TradingStateService states, BreachEvents events, RiskDay riskDay, Clock clock) {
        this.accounts = accounts;
        this.states = states;
        this.events = events;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /**
     * Reacts to a change of an account.
     *
     * @param before its figures before the change; absent when it was not known
     */
    void react(LockedAccount account, @Nullable AccountFigures before) {
        RiskAccount after = account.account();
        if (before != null && after.figures().day().isAfter(before.day())) {
            states.liftWhatIsOver(after.id(), after.figures().day());
        }
        for (Breach breach : Breach.between(before, after.figures())) {
            accounts.record(after.id(), breach, clock.instant());
            events.limitBreached(after.id(), breach, clock.instant());
            restrict(after, breach);
        }
    }

    /** Begins a new risk day for an account that is still in an earlier one. */
    public void rollDay(LockedAccount account) {
        RiskAccount before = account.account();
        LocalDate today = riskDay.of(clock.instant());
        if (today.isAfter(before.figures().day())) {
            account.become(before.rolledTo(today));
            react(account, before.figures());
        }
    }

    private void restrict(RiskAccount account, Breach breach) {
        LocalDate day = account.figures().day();
        String figures = "%s %% exceeds the limit of %s %%"
                .formatted(breach.measured().toPlainString(), breach.limit().toPlainString());
        switch (breach.check()) {
            case DAILY_LOSS ->
                states.restrict(account.id(), TradingState.REDUCE_ONLY, "daily loss " + figures, day, day);
            case DRAWDOWN -> states.restrict(account.id(), TradingState.REDUCE_ONLY, "drawdown " + figures, day, null);
            case POSITION_SIZE, MARGIN, CORRELATION, STOP_LOSS ->
                throw new IllegalArgumentException(breach.check() + " is a limit on a trade, not on an account");
        }
    }
}
