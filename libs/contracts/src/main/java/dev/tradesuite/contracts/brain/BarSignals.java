package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed bar and what every trading model says about it. Event {@code bar.signals} on {@code brain.signals}, keyed by
 * symbol, and one line of the answer of {@code GET /api/v1/brain/models/replay}.
 *
 * <p>The bar travels with its signals, because two topics have no common order. A reader that has not seen
 * {@code previousBar} asks for what is missing first; one that has seen this bar or a later one leaves it out.
 *
 * @param symbol instrument
 * @param timeframe length of the bar
 * @param previousBar open time of the stored bar before this one; absent for the first of its series
 * @param bar the closed bar
 * @param conversionRate US dollars for one unit of the instrument's quote currency at the close of the bar; absent when
 *     no stored price tells it
 * @param source name of the data source
 * @param label SIMULATED for made-up bars, PAPER for real ones as they close, BACKFILL when asked for later
 * @param signals one of each model, in the order of the models
 */
public record BarSignals(
        String symbol,
        Timeframe timeframe,
        @Nullable Instant previousBar,
        Candle bar,
        @Nullable BigDecimal conversionRate,
        String source,
        RunLabel label,
        List<StrategySignal> signals) {}
