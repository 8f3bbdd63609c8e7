package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;

/** What a position means in currencies: long the base, short the quote, each at its value in the account currency. */
public sealed interface Legs {

    /**
     * Signed value by currency; empty for a share, which is no currency and whose price is no bet on one.
     *
     * @param amounts above zero for long, below for short
     */
    record Known(Map<String, BigDecimal> amounts) implements Legs {

        public Known {
            amounts = Map.copyOf(amounts);
        }
    }

    /** Not known, and why. */
    record Unknown(Figure.Unknown why) implements Legs {}

    /** Legs of a position with this value in the account currency. */
    static Legs of(Instrument instrument, Side side, Figure value) {
        return value.fold(amount -> new Known(amounts(instrument, side, amount)), Unknown::new);
    }

    /** Those of a part of the position. */
    default Legs part(BigDecimal some, BigDecimal of) {
        return switch (this) {
            case Known(Map<String, BigDecimal> amounts) ->
                new Known(amounts.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                leg -> Amounts.divided(leg.getValue().multiply(some), of, RoundingMode.HALF_EVEN))));
            case Unknown unknown -> unknown;
        };
    }

    private static Map<String, BigDecimal> amounts(Instrument instrument, Side side, BigDecimal value) {
        if (!instrument.assetClass().isExchangeRate()) {
            return Map.of();
        }
        BigDecimal base = side == Side.BUY ? value : value.negate();
        return Map.of(instrument.base(), base, instrument.quote(), base.negate());
    }
}
