package dev.tradesuite.portfolio.allocation;

import java.util.Optional;

/** Knows what portfolios of prediction markets are worth. */
@FunctionalInterface
public interface PortfolioCash {

    /** As it is now; empty when there is none. What does not answer is an exception. */
    Optional<HeldPortfolio> find(long id);
}
