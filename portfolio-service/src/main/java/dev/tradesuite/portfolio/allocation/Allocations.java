package dev.tradesuite.portfolio.allocation;

import java.util.List;
import java.util.Optional;

/** What strategies work with, as it is in force. */
public interface Allocations {

    /** Of an account, by strategy. */
    List<StrategyAllocation> ofAccount(String account);

    /** Of a strategy, by account. */
    List<StrategyAllocation> ofStrategy(String code);

    /** Of one strategy in one account; empty when it never had any. */
    Optional<StrategyAllocation> find(String account, String code);

    /**
     * Puts one into force in place of what was there, joining the transaction under way; false, and nothing is changed,
     * when what is there comes from a newer target.
     */
    boolean put(StrategyAllocation allocation);
}
