package dev.tradesuite.signals.signal;

import dev.tradesuite.signals.series.ModelSeries;

/**
 * A signal with what it rests on.
 *
 * @param series whose bars
 * @param signal what was said
 * @param votes what it heard of others, as JSON
 */
public record ExplainedSignal(ModelSeries series, KeptSignal signal, String votes) {}
