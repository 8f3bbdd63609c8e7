package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * How amounts of one currency become amounts of another.
 *
 * <p>The rate is kept as a fraction, because 1/150 has no end as a decimal: 200 USD over 50 pips of USDJPY at 150 must
 * give 0.60 lots and not 0.5999. Only the last division rounds.
 *
 * @param from currency of the given amount
 * @param to currency of the result
 * @param numerator above 0
 * @param denominator above 0
 * @param path the pairs used, as a formula: {@code GBPUSD}, {@code 1/USDJPY}, {@code 1/EURUSD*EURJPY}; {@code 1} for
 *     one and the same currency
 */
public record CurrencyConversion(String from, String to, BigDecimal numerator, BigDecimal denominator, String path) {

    private static final String SAME = "1";
    private static final String INVERSE = "1/";

    public CurrencyConversion {
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("rate from " + from + " to " + to + " must be above 0, was "
                    + numerator.toPlainString() + "/" + denominator.toPlainString());
        }
    }

    /** The conversion of a currency to itself. */
    public static CurrencyConversion none(String currency) {
        return new CurrencyConversion(currency, currency, BigDecimal.ONE, BigDecimal.ONE, SAME);
    }

    /** The conversion along the pair: base to quote at its price. */
    static CurrencyConversion direct(CurrencyPair pair, String symbol, BigDecimal price) {
        return new CurrencyConversion(pair.base(), pair.quote(), price, BigDecimal.ONE, symbol);
    }

    /** The conversion against the pair: quote to base at one over its price. */
    static CurrencyConversion inverse(CurrencyPair pair, String symbol, BigDecimal price) {
        return new CurrencyConversion(pair.quote(), pair.base(), BigDecimal.ONE, price, INVERSE + symbol);
    }

    /** This conversion followed by another that starts where this one ends. */
    CurrencyConversion then(CurrencyConversion next) {
        return new CurrencyConversion(
                from,
                next.to,
                numerator.multiply(next.numerator),
                denominator.multiply(next.denominator),
                path + "*" + next.path);
    }

    /** Amount in {@code to} for an amount in {@code from}, with the decimals of {@link Amounts}. */
    public BigDecimal convert(BigDecimal amount, RoundingMode rounding) {
        return Amounts.divided(amount.multiply(numerator), denominator, rounding);
    }

    /** Symbols of the pairs used, in the order of the path; none for one and the same currency. */
    public List<String> symbols() {
        return path.equals(SAME)
                ? List.of()
                : Stream.of(path.split("\\*", -1))
                        .map(leg -> leg.startsWith(INVERSE) ? leg.substring(INVERSE.length()) : leg)
                        .toList();
    }

    /** The rate as a decimal of 12 significant digits: to state, not to reckon with. */
    public BigDecimal rate() {
        return Amounts.stripped(numerator.divide(denominator, Amounts.STATED));
    }
}
