package dev.tradesuite.portfolio.allocation;

import java.util.Optional;

/** Knows what accounts hold. */
public interface AccountHoldings {

    /** An account as its books have it now; empty when there is none. What does not answer is an exception. */
    Optional<HeldAccount> find(String account);
}
