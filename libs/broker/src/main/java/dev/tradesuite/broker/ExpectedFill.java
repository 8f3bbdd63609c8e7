package dev.tradesuite.broker;

import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price at which an order is filled, as far as that is known when it is made; stop, target and size rest on it.
 *
 * <p>A limit order that the market is better than already is filled at the market at once: min(limit, market) for a
 * BUY, max for a SELL. A stop whose trigger is passed already is filled at the market too, and a stop limit whose
 * trigger is passed is a limit order. Before that a stop is filled at its trigger and a stop limit at its limit at
 * worst. Spread and slippage are left out.
 */
public final class ExpectedFill {

    private ExpectedFill() {}

    /**
     * The price.
     *
     * @param limit of a limit or stop limit order
     * @param trigger of a stop or stop limit order
     * @param market price now
     */
    public static BigDecimal of(
            OrderType type, Side side, @Nullable BigDecimal limit, @Nullable BigDecimal trigger, BigDecimal market) {
        boolean passed = trigger == null || !isWorse(side, trigger, market);
        if (limit == null) {
            return trigger == null || passed ? market : trigger;
        }
        if (type.hasTrigger() && !passed) {
            return limit;
        }
        return isWorse(side, limit, market) ? market : limit;
    }

    /** Whether a price is worse than another for who trades on this side. */
    private static boolean isWorse(Side side, BigDecimal price, BigDecimal than) {
        return price.compareTo(than) * side.sign() > 0;
    }
}
