package dev.tradesuite.portfolio.monitoring;

import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import java.time.Instant;
import java.util.List;

/** Remembers which accounts are beyond which limits, and when each was told of. */
public interface BreachStore {

    /** An account beyond a limit. */
    record Breach(String accountId, PortfolioLimit limit) {}

    List<Breach> all();

    /** Notes that an account is beyond; false when somebody else has noted it. */
    boolean begin(Breach breach, JudgedLimit limit, Instant at);

    /** Those for which the account was not restricted. */
    List<Breach> unrestricted();

    /** Notes that the account is restricted for it; false when somebody else has noted it, or it is over. */
    boolean restrict(Breach breach);

    /** Notes that it is back; false when somebody else has noted it. */
    boolean end(Breach breach);

    /**
     * Claims to tell of an account: false when somebody told as much already, or told anything of it since a moment.
     *
     * @param asOf newest thing that would be told
     * @param notSince a moment
     */
    boolean claimTelling(String accountId, Instant asOf, Instant notSince, Instant now);
}
