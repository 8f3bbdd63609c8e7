package dev.tradesuite.brain.indicator;

import dev.tradesuite.brain.candle.CandleSeries;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers analyses, so that unchanged candles are analysed once.
 *
 * <p>The key is what the candles are, not where they came from: candles that were corrected, cut off earlier or sent by
 * a caller have another fingerprint and can never meet an analysis of others. Safe for use by several threads; the
 * analyses used least recently are dropped first.
 */
public final class AnalysisCache implements Analyses {

    private final CandleAnalyst analyst;
    private final Map<CandleFingerprint, Analysis> analyses;

    /**
     * A cache before an analyst.
     *
     * @param capacity most analyses to keep, at least 1
     */
    public AnalysisCache(CandleAnalyst analyst, int capacity) {
        this.analyst = analyst;
        this.analyses = new Recent(capacity);
    }

    @Override
    public Analysis of(CandleSeries candles, CandleFingerprint fingerprint) {
        Analysis known = lookUp(fingerprint);
        if (known != null) {
            return known;
        }
        // Two threads may do the same work once; holding the lock meanwhile would make all others wait.
        Analysis analysis = analyst.analyse(candles);
        synchronized (analyses) {
            analyses.put(fingerprint, analysis);
        }
        return analysis;
    }

    private @Nullable Analysis lookUp(CandleFingerprint fingerprint) {
        synchronized (analyses) {
            return analyses.get(fingerprint);
        }
    }

    private static final class Recent extends LinkedHashMap<CandleFingerprint, Analysis> {

        private final int capacity;

        Recent(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<CandleFingerprint, Analysis> eldest) {
            return size() > capacity;
        }
    }
}
