package dev.tradesuite.brain.advisor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the advisors, {@code suite.brain.advisors}. Each is off until it has a key and a market to watch.
 *
 * @param watch markets to have opinions on, such as {@code EURUSD:M5}
 * @param candles how many candles the readings an advisor is told rest on
 * @param maxAgeCandles age of the newest candle, in candles, from which on there is nothing to tell
 * @param anthropic Anthropic's models
 * @param openai OpenAI's models
 * @param deepseek DeepSeek's models
 */
@Validated
@ConfigurationProperties("suite.brain.advisors")
public record AdvisorSettings(
        @DefaultValue List<@Pattern(regexp = "[A-Za-z0-9./]+:(M1|M5|M15|M30|H1|H4|D1)") String> watch,
        @DefaultValue("500") @Min(34) @Max(5_000) int candles,
        @DefaultValue("3") @Positive double maxAgeCandles,
        @Valid @DefaultValue Vendor anthropic,
        @Valid @DefaultValue Vendor openai,
        @Valid @DefaultValue Vendor deepseek) {

    /**
     * One advisor.
     *
     * @param apiKey secret; absent or blank: the advisor is off
     * @param baseUrl address of the API; absent: the vendor's own
     * @param model model to ask; absent: the one this release was written for
     * @param timeout longest wait for an answer
     * @param refreshInterval pause between two rounds over the watched markets
     * @param maxAge how long an opinion counts
     */
    public record Vendor(
            @Nullable String apiKey,
            @Nullable String baseUrl,
            @Nullable String model,
            @DefaultValue("20s") @DurationMin(millis = 1) Duration timeout,
            @DefaultValue("5m") @DurationMin(millis = 1) Duration refreshInterval,
            @DefaultValue("15m") @DurationMin(millis = 1) Duration maxAge) {

        /** Whether there is a key. */
        public boolean isOn() {
            return apiKey != null && !apiKey.isBlank();
        }

        /** Everything but the key, which must never reach a log. */
        @Override
        public String toString() {
            return "Vendor[apiKey=" + (isOn() ? "set" : "not set") + ", baseUrl=" + baseUrl + ", model=" + model
                    + ", timeout=" + timeout + ", refreshInterval=" + refreshInterval + ", maxAge=" + maxAge + "]";
        }
    }
}
