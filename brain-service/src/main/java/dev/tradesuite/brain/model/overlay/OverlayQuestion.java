package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;

/**
 * What the language model is shown.
 *
 * @param symbol instrument
 * @param timeframe length of the bar
 * @param closedAt when the bar closed
 * @param close last price of the bar
 * @param lean side the others come to: +1 long, -1 short
 * @param signals what each of the others said
 */
public record OverlayQuestion(
        String symbol, Timeframe timeframe, Instant closedAt, double close, int lean, List<BarSignal> signals) {

    public OverlayQuestion {
        signals = List.copyOf(signals);
    }
}
