package dev.tradesuite.brain.model.overlay.client;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.LogLevel;
import dev.tradesuite.brain.model.overlay.OverlayAdvisor;
import dev.tradesuite.brain.model.overlay.OverlayAdvisorSource;
import dev.tradesuite.brain.model.overlay.OverlaySettings;
import jakarta.annotation.PreDestroy;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the advisor of the overlay when there is a key. */
@Component
final class OverlayClient implements OverlayAdvisorSource {

    private final Optional<AnthropicClient> client;
    private final String model;

    OverlayClient(OverlaySettings settings) {
        this.client = settings.isOn() ? Optional.of(client(settings)) : Optional.empty();
        this.model = settings.model();
    }

    @Override
    public Optional<OverlayAdvisor> advisor() {
        return client.map(open -> new AnthropicOverlay(open, model));
    }

    @PreDestroy
    void close() {
        client.ifPresent(AnthropicClient::close);
    }

    // No retries: the next bar asks again, and an old question is not worth its answer. No log: it shows headers.
    private static AnthropicClient client(OverlaySettings settings) {
        return AnthropicOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(settings.apiKey()))
                .baseUrl(settings.baseUrl())
                .timeout(settings.timeout())
                .maxRetries(0)
                .logLevel(LogLevel.OFF)
                .build();
    }
}
