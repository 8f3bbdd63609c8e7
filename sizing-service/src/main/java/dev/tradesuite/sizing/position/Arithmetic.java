package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a size was reckoned, as far as it went; what was not reached is absent.
 *
 * @param strategy that was used in the end
 * @param amountAtRisk in the account currency; absent for fixed_lot, which names no amount
 * @param riskFraction the amount as a fraction of the equity
 * @param kellyFraction f* of the Kelly criterion
 * @param stop distance of the stop
 * @param math figures of the instrument in the account currency
 * @param rawLots before rounding and caps
 */
public record Arithmetic(
        RiskStrategy strategy,
        @Nullable BigDecimal amountAtRisk,
        @Nullable BigDecimal riskFraction,
        @Nullable BigDecimal kellyFraction,
        @Nullable Pips stop,
        @Nullable PositionMath math,
        @Nullable Lots rawLots) {

    static Arithmetic of(Intent intent) {
        return switch (intent) {
            case Intent.LoseAtMost want ->
                new Arithmetic(
                        want.strategy(),
                        want.amountAtRisk(),
                        want.riskFraction(),
                        want.kellyFraction(),
                        want.stop(),
                        null,
                        null);
            case Intent.TakeLots want ->
                new Arithmetic(RiskStrategy.FIXED_LOT, null, null, null, want.stop(), null, null);
            case Intent.Nothing nothing ->
                new Arithmetic(nothing.strategy(), null, null, nothing.kellyFraction(), null, null, null);
        };
    }

    Arithmetic with(PositionMath math, Lots rawLots) {
        return new Arithmetic(strategy, amountAtRisk, riskFraction, kellyFraction, stop, math, rawLots);
    }
}
