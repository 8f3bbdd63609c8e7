package dev.tradesuite.brain.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the account at Twelve Data, {@code suite.brain.twelve-data}; all feeds of that adapter share it, at all
 * instances.
 *
 * @param apiKey secret; absent or blank: its feeds fail and say so
 * @param baseUrl address of the API
 * @param creditsPerMinute what the plan allows in a minute; a call takes one credit for each symbol
 * @param timeout longest wait for an answer
 */
@Validated
@ConfigurationProperties("suite.brain.twelve-data")
public record TwelveDataSettings(
        @Nullable String apiKey,
        @DefaultValue("https://api.twelvedata.com") URI baseUrl,
        @DefaultValue("8") @Min(1) @Max(100_000) int creditsPerMinute,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration timeout) {

    /** Everything but the key, which must never reach a log. */
    @Override
    public String toString() {
        return "TwelveDataSettings[apiKey=" + (apiKey == null || apiKey.isBlank() ? "not set" : "set") + ", baseUrl="
                + baseUrl + ", creditsPerMinute=" + creditsPerMinute + ", timeout=" + timeout + "]";
    }
}
