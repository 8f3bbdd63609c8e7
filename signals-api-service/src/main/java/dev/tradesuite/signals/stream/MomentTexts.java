package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.signals.price.MarketQuote;
import java.util.Optional;

/** Writes messages that are of the moment. */
public interface MomentTexts {

    /** A price between bars. */
    StreamMessage price(long seq, MarketQuote quote, RunLabel label, Optional<LastCloses.Change> change);

    /** What the accounts are worth at a price between bars. */
    StreamMessage equity(long seq, MarketQuote quote, RunLabel label, LiveBooks.Worth worth);
}
