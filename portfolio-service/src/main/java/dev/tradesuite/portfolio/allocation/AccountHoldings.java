package dev.tradesuite.portfolio.allocation;

import java.util.List;
import java.util.Optional;

/** Knows what accounts hold. What does not answer, or does not know, is an exception. */
public interface AccountHoldings {

    /** An account as its books have it now; empty when there is none. */
    Optional<HeldAccount> find(String account);

    /** What each strategy has earned in an account, by code. */
    List<StrategyEarned> earned(String account);
}
