package dev.tradesuite.portfolio.monitoring;

import java.util.Optional;

/** Restricts accounts at risk-service. */
public interface AccountRestrictions {

    /** Lets an account only reduce positions, unless it is restricted as much already; or why that failed. */
    Optional<String> reduceOnly(String accountId, String cause);
}
