package dev.tradesuite.support.problem;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be, and how long it may take.
 *
 * @param maxBody limit everywhere else
 * @param bodyTimeout longest time from the header to the end of a body; a second more for each 16 KB that have come
 * @param maxBodyFor other limits, by the beginning of the path: {@code "[/api/v1/candles/]": 64MB}
 */
@ConfigurationProperties("suite")
record BodyLimits(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("30s") Duration bodyTimeout,
        @DefaultValue Map<String, DataSize> maxBodyFor) {

    private static final int SLOWEST_BYTES_PER_SECOND = 16_384;

    /** How long so many bytes of a body may take. */
    Duration timeOf(long bytes) {
        return bodyTimeout.plusMillis(bytes * 1_000 / SLOWEST_BYTES_PER_SECOND);
    }

    DataSize of(String path) {
        return maxBodyFor.entrySet().stream()
                .filter(limit -> path.startsWith(limit.getKey()))
                // The longest beginning that fits is the most particular one.
                .max(Comparator.comparingInt(limit -> limit.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(maxBody);
    }
}
