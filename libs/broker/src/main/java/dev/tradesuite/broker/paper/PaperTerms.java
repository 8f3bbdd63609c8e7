package dev.tradesuite.broker.paper;

import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the paper broker treats orders.
 *
 * @param spreadPips distance between bid and ask; the given price lies in the middle
 * @param slippagePips how much worse than that a market or stop order fills
 * @param commissionPerLot in the account currency, for each lot of each fill
 * @param latency time from order to fill
 * @param fillFraction share of an order that is filled at one occasion (its arrival, a candle), above 0, at most 1
 * @param maxLotsPerFill largest fill; what is more at one occasion comes in several; absent for no limit
 * @param rejectedSymbols instruments whose orders it rejects
 */
public record PaperTerms(
        BigDecimal spreadPips,
        BigDecimal slippagePips,
        BigDecimal commissionPerLot,
        Duration latency,
        BigDecimal fillFraction,
        @Nullable Lots maxLotsPerFill,
        Set<String> rejectedSymbols) {

    /** Fills at once and in full, at the given price, for nothing. */
    public static final PaperTerms PLAIN = new PaperTerms(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO, BigDecimal.ONE, null, Set.of());

    public PaperTerms {
        requireNotNegative("spread-pips", spreadPips);
        requireNotNegative("slippage-pips", slippagePips);
        requireNotNegative("commission-per-lot", commissionPerLot);
        require(!latency.isNegative(), "latency must not be negative, was " + latency);
        require(
                fillFraction.signum() > 0 && fillFraction.compareTo(BigDecimal.ONE) <= 0,
                "fill-fraction must be above 0 and at most 1, was " + fillFraction.toPlainString());
        require(maxLotsPerFill == null || !maxLotsPerFill.isZero(), "max-lots-per-fill must be above 0");
        rejectedSymbols = Set.copyOf(rejectedSymbols);
    }

    private static void requireNotNegative(String name, BigDecimal value) {
        require(value.signum() >= 0, name + " must not be negative, was " + value.toPlainString());
    }

    private static void require(boolean met, String message) {
        if (!met) {
            throw new IllegalArgumentException(message);
        }
    }
}
