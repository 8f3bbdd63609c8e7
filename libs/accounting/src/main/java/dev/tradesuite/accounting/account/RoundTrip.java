package dev.tradesuite.accounting.account;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lots that were bought and sold again, or sold and bought back.
 *
 * @param number in the order in which they ended, from 1 on
 * @param symbol instrument
 * @param direction LONG when they were bought first
 * @param lots how many
 * @param entry the fill they were opened by
 * @param exit the fill they were closed by
 * @param grossPnl profit of the price in the account currency, half-even
 * @param fees share of both fills' commission; negative for a rebate
 * @param label PAPER or LIVE
 */
public record RoundTrip(
        long number,
        String symbol,
        Direction direction,
        Lots lots,
        Leg entry,
        Leg exit,
        BigDecimal grossPnl,
        BigDecimal fees,
        RunLabel label) {

    /**
     * One end of it.
     *
     * @param fillId fill
     * @param orderId order of the fill
     * @param price in the quote currency
     * @param at when
     * @param strategy that wanted it; absent without one
     * @param exitReason why its order closes what it closes; absent when nobody said
     */
    public record Leg(
            UUID fillId,
            UUID orderId,
            BigDecimal price,
            Instant at,
            @Nullable String strategy,
            @Nullable ExitReason exitReason) {}

    /** Gross profit less fees. */
    public BigDecimal netPnl() {
        return Amounts.even(grossPnl.subtract(fees));
    }

    /** From the entry to the exit; zero when the fills were told the other way round. */
    public Duration held() {
        Duration held = Duration.between(entry.at(), exit.at());
        return held.isNegative() ? Duration.ZERO : held;
    }
}
