package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where the stop goes that nobody stated: so many average true ranges away, or at the instrument's own distance while
 * no range is known; always within the bounds of the instrument.
 *
 * @param distance of the stop
 * @param rule what gave it, in a sentence
 */
record DefaultStop(Pips distance, String rule) {

    /**
     * The stop of a trade in the instrument.
     *
     * @param atr average true range in price units; absent or 0 when it is not known
     * @param multiple of it
     */
    static DefaultStop of(Instrument instrument, @Nullable BigDecimal atr, BigDecimal multiple) {
        if (atr == null || atr.signum() <= 0) {
            return new DefaultStop(
                    instrument.defaultStopPips(),
                    "No stop was given and no average true range is known; the distance of the catalogue for %s was used, %s pips."
                            .formatted(instrument.symbol(), instrument.defaultStopPips()));
        }
        // To a tenth of a pip: what is finer is finer than the range is known.
        Pips wanted =
                new Pips(instrument.priceToPips(atr.multiply(multiple)).value().setScale(1, RoundingMode.UP));
        Pips distance = within(instrument, wanted);
        String bounded = distance.equals(wanted)
                ? ""
                : "; %s allows %s to %s"
                        .formatted(instrument.symbol(), instrument.minStopPips(), instrument.maxStopPips());
        return new DefaultStop(
                distance,
                "No stop was given; %s x the average true range of %s was used, %s pips%s."
                        .formatted(
                                multiple.toPlainString(), Amounts.stripped(atr).toPlainString(), distance, bounded));
    }

    private static Pips within(Instrument instrument, Pips wanted) {
        if (wanted.isLessThan(instrument.minStopPips())) {
            return instrument.minStopPips();
        }
        return wanted.isMoreThan(instrument.maxStopPips()) ? instrument.maxStopPips() : wanted;
    }
}
