package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.util.List;

/**
 * What risk says.
 *
 * @param allowed whether the six checks and the trading state allow the trade
 * @param denials why not
 * @param warnings what is near a limit or could not be evaluated
 * @param evidence the whole answer
 */
public record Assessment(boolean allowed, List<Reason> denials, List<Reason> warnings, Evidence evidence) {

    public Assessment {
        denials = List.copyOf(denials);
        warnings = List.copyOf(warnings);
    }

    /** The denial to name first. */
    Reason denial() {
        return denials.isEmpty() ? TradeReason.RISK_DENIED.reason() : denials.getFirst();
    }
}
