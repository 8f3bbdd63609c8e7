package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.risk.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what risk-service is to be told about strategies until it has it. */
public interface RestrictionStore {

    /** A wish takes the place of the one before, in the transaction under way. */
    void want(String code, TradingState state, String reason, Instant now);

    Optional<StrategyRestriction> find(String code);

    /**
     * Takes wishes that are due for this instance; another one gets them after a while, should this one die.
     *
     * @param until when another one may have them
     */
    List<StrategyRestriction> claim(Instant now, Instant until, int most);

    /** It is done, unless there is a newer wish. */
    void done(StrategyRestriction claimed, String note, Instant now);

    /** It failed, and is tried again, unless there is a newer wish. */
    void failed(StrategyRestriction claimed, String why, Instant next);
}
