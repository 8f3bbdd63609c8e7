package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.check.RiskDay;
import java.time.Clock;
import java.time.Duration;

/**
 * Begins the new risk day for accounts nothing happens to, so that what was restricted for a day is seen to end.
 *
 * <p>The checks do not wait for it: they reckon with the day it is.
 */
public final class DayRoll {

    private static final Duration ENDS_REMEMBERED = Duration.ofDays(7);

    private final RiskMemory memory;
    private final Guard guard;
    private final RiskDay riskDay;
    private final Clock clock;

    public DayRoll(RiskMemory memory, Guard guard, RiskDay riskDay, Clock clock) {
        this.memory = memory;
        this.guard = guard;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /** Rolls every account that is still in an earlier day; several instances may do so at once. */
    public void rollAccounts() {
        for (String account : memory.accountsBefore(riskDay.of(clock.instant()))) {
            memory.locked(account, locked -> {
                guard.rollDay(locked);
                return true;
            });
        }
        memory.forgetEndsBefore(clock.instant().minus(ENDS_REMEMBERED));
    }
}
