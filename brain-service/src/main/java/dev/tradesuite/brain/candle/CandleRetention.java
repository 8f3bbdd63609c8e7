package dev.tradesuite.brain.candle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes candles that are older than they are to be kept, one series after the other. */
final class CandleRetention implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CandleRetention.class);

    private final CandleReader reader;
    private final CandleRemover remover;
    private final SeriesIndex index;
    private final Duration keep;
    private final Clock clock;

    CandleRetention(CandleReader reader, CandleRemover remover, SeriesIndex index, Duration keep, Clock clock) {
        this.reader = reader;
        this.remover = remover;
        this.index = index;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant oldest = clock.instant().minus(keep);
        for (SeriesState state : reader.states()) {
            if (state.first().isBefore(oldest)) {
                remove(state.key(), oldest);
            }
        }
    }

    private void remove(SeriesKey key, Instant oldest) {
        try {
            int removed = remover.removeBefore(key, oldest);
            index.changed();
            log.info("Removed {} candles of {} {} from before {}", removed, key.symbol(), key.timeframe(), oldest);
        } catch (RuntimeException failure) {
            // The other series do not wait for this one; tomorrow it is tried again.
            log.warn("Old candles of {} {} could not be removed", key.symbol(), key.timeframe(), failure);
        }
    }
}
