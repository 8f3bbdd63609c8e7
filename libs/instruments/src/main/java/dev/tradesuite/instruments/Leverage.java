package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many times its margin a position may be worth.
 *
 * <p>It decides the margin only, never the size by risk. 1 means that the trader stated none, and the margin rate of
 * the instrument applies; a stated one gives margin = notional / leverage, but never less than the instrument asks for.
 *
 * @param value 1 to 500
 */
public record Leverage(BigDecimal value) {

    private static final BigDecimal HIGHEST = BigDecimal.valueOf(500);
    private static final BigDecimal HIGH = BigDecimal.valueOf(20);

    /** No leverage stated: the margin rate of the instrument applies. */
    public static final Leverage NOT_STATED = new Leverage(BigDecimal.ONE);

    public Leverage {
        if (value.compareTo(BigDecimal.ONE) < 0 || value.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("leverage must be 1 to 500, was " + value.toPlainString());
        }
        value = Amounts.stripped(value);
    }

    /** The leverage stated, or {@link #NOT_STATED} where there is none. */
    public static Leverage ofNullable(@Nullable BigDecimal value) {
        return value == null ? NOT_STATED : new Leverage(value);
    }

    /** Says whether the trader stated a leverage. */
    public boolean isStated() {
        return value.compareTo(BigDecimal.ONE) > 0;
    }

    /** Says whether the trader should be warned: above 20. */
    public boolean isHigh() {
        return value.compareTo(HIGH) > 0;
    }

    /** Says whether the instrument asks for more margin than the stated leverage would. */
    public boolean isAboveWhatAllows(Instrument instrument) {
        return isStated() && value.multiply(instrument.marginRate()).compareTo(BigDecimal.ONE) > 0;
    }

    /** Margin rate that applies to the instrument, as a fraction of the notional, 12 digits, to state. */
    public BigDecimal marginRate(Instrument instrument) {
        return Amounts.stripped(marginNumerator(instrument).divide(marginDenominator(instrument), Amounts.STATED));
    }

    /** Margin of a position of this notional value, in the same currency, rounded up. */
    public BigDecimal margin(Instrument instrument, BigDecimal notional) {
        return Amounts.divided(
                notional.multiply(marginNumerator(instrument)), marginDenominator(instrument), RoundingMode.CEILING);
    }

    /**
     * The margin rate that applies is this over {@link #marginDenominator}: neither 1/30 nor 1/300 ends as a decimal.
     */
    BigDecimal marginNumerator(Instrument instrument) {
        return decidesFor(instrument) ? BigDecimal.ONE : instrument.marginRate();
    }

    BigDecimal marginDenominator(Instrument instrument) {
        return decidesFor(instrument) ? value : BigDecimal.ONE;
    }

    private boolean decidesFor(Instrument instrument) {
        return isStated() && !isAboveWhatAllows(instrument);
    }
}
