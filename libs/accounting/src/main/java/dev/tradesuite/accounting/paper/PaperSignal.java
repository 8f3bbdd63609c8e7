package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model wants after a bar.
 *
 * @param direction LONG or SHORT to hold such a position, FLAT to hold none; a model's {@code close} is FLAT too
 * @param size share of equity to put in, times the leverage; 0 to 1
 * @param stopLoss price at which the position ends with a loss; absent for none
 * @param takeProfit price at which it ends with a profit; absent for none
 */
public record PaperSignal(
        Direction direction, BigDecimal size, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {

    /** No position. */
    public static final PaperSignal FLAT = new PaperSignal(Direction.FLAT, BigDecimal.ZERO, null, null);

    public PaperSignal {
        if (size.signum() < 0 || size.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("size must be 0 to 1, was " + size.toPlainString());
        }
        size = Amounts.stripped(size);
        stopLoss = stopLoss == null ? null : Amounts.stripped(stopLoss);
        takeProfit = takeProfit == null ? null : Amounts.stripped(takeProfit);
    }

    /** Whether a position entered at this price would be beyond its stop or its target already. */
    boolean isBeyondLevels(BigDecimal price) {
        return reaches(stopLoss, price, -direction.sign()) || reaches(takeProfit, price, direction.sign());
    }

    /** Whether a price has reached a level that lies in a direction. */
    static boolean reaches(@Nullable BigDecimal level, BigDecimal price, int towards) {
        return Optional.ofNullable(level)
                .filter(there -> price.compareTo(there) * towards >= 0)
                .isPresent();
    }
}
