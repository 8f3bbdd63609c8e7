package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;

/**
 * Something that acted on a size, or that a trader should know about it.
 *
 * @param kind stable name
 * @param message the notice in a sentence, with the figures of this trade
 */
public record Notice(Kind kind, String message) {

    /** What there is to notice. */
    public enum Kind {
        CAPPED_AT_MAXIMUM_LOT(true, true),
        CAPPED_BY_MARGIN(true, true),
        /** The ceiling belongs to the method: it acts as planned and is no reason to warn. */
        CAPPED_BY_RISK_CEILING(true, false),
        LOTS_ROUNDED_DOWN(true, true),
        FEW_TRADES_FOR_KELLY(false, true),
        LEVERAGE_ABOVE_INSTRUMENT(false, true),
        HIGH_LEVERAGE(false, true);

        private final boolean cap;
        private final boolean warning;

        Kind(boolean cap, boolean warning) {
            this.cap = cap;
            this.warning = warning;
        }

        /** Whether it made the size smaller. */
        public boolean isCap() {
            return cap;
        }

        /** Whether a trader should be told. */
        public boolean isWarning() {
            return warning;
        }
    }

    static Notice lotsRoundedDown(Instrument instrument, Lots lots) {
        return new Notice(
                Kind.LOTS_ROUNDED_DOWN,
                "%s lots are not a multiple of the lot step %s and were rounded down to %s."
                        .formatted(lots, instrument.lotStep().toPlainString(), instrument.roundLotsDown(lots)));
    }

    static Notice cappedAtMaximum(Instrument instrument, Lots lots) {
        return new Notice(
                Kind.CAPPED_AT_MAXIMUM_LOT,
                "%s lots were cut to %s, the maximum of %s.".formatted(lots, instrument.maxLot(), instrument.symbol()));
    }

    static Notice cappedByMargin(Account account, Lots lots, Lots affordable) {
        return new Notice(
                Kind.CAPPED_BY_MARGIN,
                "%s lots were cut to %s: their margin may not exceed the equity of %s."
                        .formatted(lots, affordable, account.inWords(account.equity())));
    }

    static Notice highLeverage(Leverage leverage) {
        return new Notice(
                Kind.HIGH_LEVERAGE,
                "Leverage %s is above 20 and leaves little room before a margin call."
                        .formatted(leverage.value().toPlainString()));
    }

    static Notice leverageAboveInstrument(Instrument instrument, Leverage leverage) {
        return new Notice(
                Kind.LEVERAGE_ABOVE_INSTRUMENT,
                "%s needs a margin of %s %% of its value, more than leverage %s would; that rate applies."
                        .formatted(
                                instrument.symbol(),
                                Amounts.stripped(instrument.marginRate().movePointRight(2))
                                        .toPlainString(),
                                leverage.value().toPlainString()));
    }
}
