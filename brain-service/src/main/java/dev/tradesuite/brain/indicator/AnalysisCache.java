package dev.tradesuite.brain.indicator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.brain.candle.CandleSeries;
import java.time.Duration;

/**
 * Remembers analyses, so that unchanged candles are analysed once.
 *
 * <p>The key is what the candles are, not where they came from: candles that were corrected, cut off earlier or sent by
 * a caller have another fingerprint and can never meet an analysis of others. Several threads with the same candles
 * wait for one analysis, others do not wait for it. A walk through history, which meets each candle once, does not push
 * out what live decisions ask for again.
 */
public final class AnalysisCache {

    /** Live candles are asked about until the next one closes; what nobody asked about for so long is of the past. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final CandleAnalyst analyst;
    private final Cache<CandleFingerprint, Analysis> analyses;

    /**
     * A cache before an analyst.
     *
     * @param capacity most analyses to keep, at least 1
     */
    public AnalysisCache(CandleAnalyst analyst, int capacity) {
        this.analyst = analyst;
        this.analyses = Caffeine.newBuilder()
                .maximumSize(capacity)
                .expireAfterAccess(UNUSED)
                .executor(Runnable::run)
                .build();
    }

    /**
     * What the candles say.
     *
     * @param fingerprint of these candles
     */
    public Analysis of(CandleSeries candles, CandleFingerprint fingerprint) {
        return analyses.get(fingerprint, _ -> analyst.analyse(candles));
    }
}
