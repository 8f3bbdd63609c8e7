package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the rules know beside the request.
 *
 * @param instrument absent when the symbol is not known
 * @param now time now
 */
record RuleContext(@Nullable Instrument instrument, Instant now) {

    /** Whether a distance reaches from the entry to zero or below; no when one of the two is missing or none. */
    boolean reachesZero(@Nullable BigDecimal entry, @Nullable BigDecimal pips) {
        return entry != null
                && pips != null
                && instrument != null
                && entry.signum() > 0
                && pips.signum() > 0
                && pips.multiply(instrument.pipSize()).compareTo(entry) >= 0;
    }
}
