package dev.tradesuite.risk.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the new risk day for accounts nothing happens to, so that what was restricted for a day is seen to end.
 *
 * <p>The checks do not wait for it: they reckon with the day it is.
 */
public final class DayRoll {

    private static final Logger LOG = LoggerFactory.getLogger(DayRoll.class);

    /** So many failures one after the other are the store's and not the accounts'. */
    private static final int STORE_IS_AWAY = 10;

    private final RiskAccounts accounts;
    private final BreachMonitor monitor;
    private final RiskDay riskDay;
    private final Clock clock;

    public DayRoll(RiskAccounts accounts, BreachMonitor monitor, RiskDay riskDay, Clock clock) {
        this.accounts = accounts;
        this.monitor = monitor;
        this.riskDay = riskDay;
        this.clock = clock;
    }

    /**
     * Rolls every account that is still in an earlier day; several instances may do so at once. One that fails holds up
     * no other, and is still in its earlier day the next time.
     *
     * @return accounts that could not be rolled
     */
    public List<String> rollAccounts() {
        LocalDate today = riskDay.of(clock.instant());
        List<String> failed = new ArrayList<>();
        int failedInARow = 0;
        for (String account : accounts.accountsBefore(today)) {
            try {
                accounts.locked(account, locked -> {
                    monitor.rollDay(locked);
                    return true;
                });
                failedInARow = 0;
            } catch (RuntimeException e) {
                LOG.warn("Account {} does not get to {} yet: {}", account, today, e.toString());
                failed.add(account);
                failedInARow++;
            }
            if (failedInARow == STORE_IS_AWAY) {
                LOG.warn("{} accounts failed one after the other; the others wait for the next time", failedInARow);
                break;
            }
        }
        return failed;
    }
}
