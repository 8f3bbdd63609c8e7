package dev.tradesuite.brain.advisor.client;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorSettings;
import dev.tradesuite.brain.advisor.AdvisorSettings.Vendor;
import dev.tradesuite.brain.advisor.AdvisorSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the advisors of the vendors that have a key. */
@Component
final class VendorsClient implements AdvisorSource {

    private static final String ANTHROPIC_URL = "https://api.anthropic.com";
    private static final String ANTHROPIC_MODEL = "claude-sonnet-5";
    private static final String OPENAI_URL = "https://api.openai.com/v1";
    private static final String OPENAI_MODEL = "gpt-5.4-mini";
    /** Strict function calls, which an opinion relies on, are served below this path. */
    private static final String DEEPSEEK_URL = "https://api.deepseek.com/beta";

    private static final String DEEPSEEK_MODEL = "deepseek-v4-flash";

    private final AdvisorSettings settings;

    VendorsClient(AdvisorSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Employed> employed() {
        List<Employed> employed = new ArrayList<>();
        if (settings.anthropic().isOn()) {
            employed.add(anthropic(settings.anthropic()));
        }
        if (settings.openai().isOn()) {
            employed.add(openAi(settings.openai()));
        }
        if (settings.deepseek().isOn()) {
            employed.add(deepSeek(settings.deepseek()));
        }
        return employed;
    }

    @Override
    public List<Known> known() {
        return List.of(
                known("anthropic", settings.anthropic(), ANTHROPIC_MODEL),
                known("openai", settings.openai(), OPENAI_MODEL),
                known("deepseek", settings.deepseek(), DEEPSEEK_MODEL));
    }

    private static Known known(String name, Vendor vendor, String defaultModel) {
        return new Known(name, orElse(vendor.model(), defaultModel), vendor.isOn());
    }

    private static Employed anthropic(Vendor vendor) {
        // No retries: the next round asks again, and an old question is not worth its answer. No log: it shows headers.
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(vendor.apiKey()))
                .baseUrl(orElse(vendor.baseUrl(), ANTHROPIC_URL))
                .timeout(vendor.timeout())
                .maxRetries(0)
                .logLevel(com.anthropic.core.LogLevel.OFF)
                .build();
        Advisor advisor = new AnthropicAdvisor(client, orElse(vendor.model(), ANTHROPIC_MODEL));
        return new Employed(advisor, vendor.refreshInterval(), vendor.maxAge(), client::close);
    }

    private static Employed openAi(Vendor vendor) {
        OpenAIClient client = openAiClient(vendor, OPENAI_URL);
        Advisor advisor = new OpenAiAdvisor(client, orElse(vendor.model(), OPENAI_MODEL));
        return new Employed(advisor, vendor.refreshInterval(), vendor.maxAge(), client::close);
    }

    private static Employed deepSeek(Vendor vendor) {
        OpenAIClient client = openAiClient(vendor, DEEPSEEK_URL);
        Advisor advisor = new DeepSeekAdvisor(client, orElse(vendor.model(), DEEPSEEK_MODEL));
        return new Employed(advisor, vendor.refreshInterval(), vendor.maxAge(), client::close);
    }

    private static OpenAIClient openAiClient(Vendor vendor, String defaultUrl) {
        return OpenAIOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(vendor.apiKey()))
                .baseUrl(orElse(vendor.baseUrl(), defaultUrl))
                .timeout(vendor.timeout())
                .maxRetries(0)
                .logLevel(com.openai.core.LogLevel.OFF)
                .build();
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }
}
