package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Instrument;

/** How the size of a trade is found. */
public sealed interface SizingMethod permits FixedRisk, FixedLot, Kelly, Volatility {

    /** What the method wants of a trade in this instrument on this account. */
    Intent intent(Instrument instrument, SizingAccount account);
}
