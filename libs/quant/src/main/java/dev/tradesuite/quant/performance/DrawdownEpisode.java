package dev.tradesuite.quant.performance;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fall of equity from a high until that high is reached again.
 *
 * @param peakAt last time at the high
 * @param peak equity there
 * @param troughAt first time at the lowest point of the fall
 * @param trough equity there
 * @param recoveredAt when equity was at the high again; absent while it is not
 */
public record DrawdownEpisode(
        Instant peakAt, double peak, Instant troughAt, double trough, @Nullable Instant recoveredAt) {

    /** Fall from peak to trough as a fraction of the peak. */
    public double depth() {
        return (peak - trough) / peak;
    }

    /** When equity was at the high again; empty while it is not. */
    public Optional<Instant> recovery() {
        return Optional.ofNullable(recoveredAt);
    }
}
