package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Instant;

/**
 * Something that was halted before a stop, and gives way to it until its positions are closed.
 *
 * @param scope what it is
 * @param id which
 * @param cause why it was halted, before the stop
 * @param by who halted it
 * @param at since when
 * @param again whether it is halted again
 */
public record StopHalt(TradingStateScope scope, String id, String cause, String by, Instant at, boolean again) {

    StopHalt haltedAgain() {
        return new StopHalt(scope, id, cause, by, at, true);
    }
}
