package dev.tradesuite.brain.model.overlay;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the overlay, {@code suite.brain.overlay}. It abstains until it has a key.
 *
 * @param apiKey secret; absent or blank: nobody is asked
 * @param baseUrl address of the API
 * @param model model to ask
 * @param timeout longest wait for an answer
 * @param callsPerDay calls of a UTC day and the installation, from which on nobody is asked
 * @param tokensPerDay tokens of a UTC day and the installation, read and written; a call needs as many left as it can
 *     take at most, about 5,000
 */
@Validated
@ConfigurationProperties("suite.brain.overlay")
public record OverlaySettings(
        @Nullable String apiKey,
        @DefaultValue("https://api.anthropic.com") @NotBlank String baseUrl,
        @DefaultValue("claude-sonnet-4-5") @NotBlank String model,
        @DefaultValue("20s") @DurationMin(millis = 1) Duration timeout,
        @DefaultValue("500") @Min(0) int callsPerDay,
        @DefaultValue("500000") @Min(0) long tokensPerDay) {

    /** Whether there is a key. */
    public boolean isOn() {
        return apiKey != null && !apiKey.isBlank();
    }

    /** Everything but the key, which must never reach a log. */
    @Override
    public String toString() {
        return "OverlaySettings[apiKey=%s, baseUrl=%s, model=%s, timeout=%s, callsPerDay=%d, tokensPerDay=%d]"
                .formatted(isOn() ? "set" : "not set", baseUrl, model, timeout, callsPerDay, tokensPerDay);
    }
}
