package dev.tradesuite.support.problem;

import java.util.Comparator;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request body may be.
 *
 * @param maxBody limit everywhere else
 * @param maxBodyFor other limits, by the beginning of the path: {@code "[/api/v1/candles/]": 64MB}
 */
@ConfigurationProperties("suite")
record BodyLimits(@DefaultValue("1MB") DataSize maxBody, @DefaultValue Map<String, DataSize> maxBodyFor) {

    DataSize of(String path) {
        return maxBodyFor.entrySet().stream()
                .filter(limit -> path.startsWith(limit.getKey()))
                // The longest beginning that fits is the most particular one.
                .max(Comparator.comparingInt(limit -> limit.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(maxBody);
    }
}
