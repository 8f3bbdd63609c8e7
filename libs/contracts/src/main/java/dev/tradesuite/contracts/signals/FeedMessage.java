package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the WebSocket feed, as the event {@code feed.message} on {@code signals.feed}. Clients get it with
 * {@code seq}, the offset of the event.
 */
public sealed interface FeedMessage permits FeedSignal, FeedPosition, FeedPrice, FeedEquity {

    /** {@code signal}, {@code position_update}, {@code price_update} or {@code equity_update}. */
    String type();

    /** When it was so; of a bar its close. */
    Instant timestamp();

    /** Instrument. */
    String symbol();

    /**
     * Length of the bars it rests on: models judge each series of a symbol for itself. Absent of a price between bars.
     */
    @Nullable
    Timeframe timeframe();

    /** What kind of prices it rests on. */
    RunLabel label();
}
