package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;

/**
 * Something that acted on a size, or that a trader should know about it.
 *
 * @param effect what it did
 * @param reason what it is, with the figures of this trade
 */
public record Notice(Effect effect, Reason reason) {

    /** What became of the size. */
    public enum Effect {
        /** It is smaller, and the trader should be told. */
        CAPPED,
        /** It is smaller as the method planned, which is no reason to warn. */
        CAPPED_AS_PLANNED,
        /** It is as it was; the trader should be told. */
        WARNED
    }

    /** Whether it made the size smaller. */
    public boolean isCap() {
        return effect != Effect.WARNED;
    }

    /** Whether a trader should be told. */
    public boolean isWarning() {
        return effect != Effect.CAPPED_AS_PLANNED;
    }

    static Notice of(Effect effect, SizingReason reason, String message) {
        return new Notice(effect, Reason.of(reason, message));
    }

    static Notice lotsRoundedDown(Instrument instrument, Lots lots) {
        return of(
                Effect.CAPPED,
                SizingReason.LOTS_ROUNDED_DOWN,
                "%s lots are not a multiple of the lot step %s and were rounded down to %s."
                        .formatted(lots, instrument.lotStep().toPlainString(), instrument.roundLotsDown(lots)));
    }

    static Notice cappedAtMaximum(Instrument instrument, Lots lots) {
        return of(
                Effect.CAPPED,
                SizingReason.CAPPED_AT_MAXIMUM_LOT,
                "%s lots were cut to %s, the maximum of %s.".formatted(lots, instrument.maxLot(), instrument.symbol()));
    }

    static Notice cappedByMargin(SizingAccount account, Lots lots, Lots affordable) {
        return of(
                Effect.CAPPED,
                SizingReason.CAPPED_BY_MARGIN,
                "%s lots were cut to %s: margin may not exceed %s."
                        .formatted(lots, affordable, account.marginInWords()));
    }

    static Notice highLeverage(Leverage leverage) {
        return of(
                Effect.WARNED,
                SizingReason.HIGH_LEVERAGE,
                "Leverage %s is above 20 and leaves little room before a margin call."
                        .formatted(leverage.value().toPlainString()));
    }

    static Notice leverageAboveInstrument(Instrument instrument, Leverage leverage) {
        return of(
                Effect.WARNED,
                SizingReason.LEVERAGE_ABOVE_INSTRUMENT,
                "%s needs a margin of %s %% of its value, more than leverage %s would; that rate applies."
                        .formatted(
                                instrument.symbol(),
                                Amounts.stripped(instrument.marginRate().movePointRight(2))
                                        .toPlainString(),
                                leverage.value().toPlainString()));
    }
}
