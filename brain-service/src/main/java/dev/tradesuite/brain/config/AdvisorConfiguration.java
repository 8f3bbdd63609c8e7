package dev.tradesuite.brain.config;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorRound;
import dev.tradesuite.brain.advisor.AdvisorRound.WatchedMarket;
import dev.tradesuite.brain.advisor.Briefings;
import dev.tradesuite.brain.advisor.CandleBriefings;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.advisor.client.AnthropicAdvisor;
import dev.tradesuite.brain.advisor.client.DeepSeekAdvisor;
import dev.tradesuite.brain.advisor.client.OpenAiAdvisor;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the advisors that have a key, and lets them work in the background. */
@Configuration(proxyBeanMethods = false)
class AdvisorConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AdvisorConfiguration.class);
    private static final String ANTHROPIC_URL = "https://api.anthropic.com";
    private static final String ANTHROPIC_MODEL = "claude-sonnet-5";
    private static final String OPENAI_URL = "https://api.openai.com/v1";
    private static final String OPENAI_MODEL = "gpt-5.4-mini";
    /** Strict function calls, which an opinion relies on, are served below this path. */
    private static final String DEEPSEEK_URL = "https://api.deepseek.com/beta";

    private static final String DEEPSEEK_MODEL = "deepseek-v4-flash";

    @Bean
    OpinionBoard opinionBoard() {
        return new OpinionBoard();
    }

    @Bean
    Briefings briefings(CandleStore store, CandleAnalyst analyst, SignalSettings settings) {
        return new CandleBriefings(store, analyst, settings.candles(), settings.maxAgeCandles());
    }

    @Bean
    AdvisorSchedule advisorSchedule(
            AdvisorProperties properties, SymbolNames symbols, Briefings briefings, OpinionBoard board, Clock clock) {
        List<WatchedMarket> markets = properties.watch().stream()
                .map(watched -> market(watched, symbols))
                .toList();
        List<Employed> employed = employed(properties);
        if (markets.isEmpty() && !employed.isEmpty()) {
            log.warn("Advisors have a key, but suite.brain.advisors.watch names no market: none is asked");
            employed.forEach(one -> one.release().run());
            return new AdvisorSchedule(List.of());
        }
        return new AdvisorSchedule(employed.stream()
                .map(one -> new AdvisorSchedule.Shift(
                        one.advisor().name(),
                        new AdvisorRound(one.advisor(), markets, one.vendor().maxAge(), briefings, board, clock),
                        one.vendor().refreshInterval(),
                        one.release()))
                .toList());
    }

    private static List<Employed> employed(AdvisorProperties properties) {
        List<Employed> employed = new ArrayList<>();
        if (properties.anthropic().isOn()) {
            employed.add(anthropic(properties.anthropic()));
        }
        if (properties.openai().isOn()) {
            employed.add(openAi(properties.openai()));
        }
        if (properties.deepseek().isOn()) {
            employed.add(deepSeek(properties.deepseek()));
        }
        return employed;
    }

    private static Employed anthropic(AdvisorProperties.Vendor vendor) {
        // No retries: the next round asks again, and an old question is not worth its answer. No log: it shows headers.
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(vendor.apiKey()))
                .baseUrl(orElse(vendor.baseUrl(), ANTHROPIC_URL))
                .timeout(vendor.timeout())
                .maxRetries(0)
                .logLevel(com.anthropic.core.LogLevel.OFF)
                .build();
        Advisor advisor = new AnthropicAdvisor(client, orElse(vendor.model(), ANTHROPIC_MODEL));
        return new Employed(advisor, vendor, client::close);
    }

    private static Employed openAi(AdvisorProperties.Vendor vendor) {
        OpenAIClient client = openAiClient(vendor, OPENAI_URL);
        Advisor advisor = new OpenAiAdvisor(client, orElse(vendor.model(), OPENAI_MODEL));
        return new Employed(advisor, vendor, client::close);
    }

    private static Employed deepSeek(AdvisorProperties.Vendor vendor) {
        OpenAIClient client = openAiClient(vendor, DEEPSEEK_URL);
        Advisor advisor = new DeepSeekAdvisor(client, orElse(vendor.model(), DEEPSEEK_MODEL));
        return new Employed(advisor, vendor, client::close);
    }

    private static OpenAIClient openAiClient(AdvisorProperties.Vendor vendor, String defaultUrl) {
        return OpenAIOkHttpClient.builder()
                .apiKey(Objects.requireNonNull(vendor.apiKey()))
                .baseUrl(orElse(vendor.baseUrl(), defaultUrl))
                .timeout(vendor.timeout())
                .maxRetries(0)
                .logLevel(com.openai.core.LogLevel.OFF)
                .build();
    }

    private static WatchedMarket market(String watched, SymbolNames symbols) {
        int colon = watched.indexOf(':');
        String symbol = symbols.find(watched.substring(0, colon))
                .orElseThrow(() -> new ConfigMistake(
                        "suite.brain.advisors.watch names " + watched + ", which is not in the instrument catalogue",
                        "Use a symbol of the catalogue, such as EURUSD:M5."));
        return new WatchedMarket(symbol, Timeframe.valueOf(watched.substring(colon + 1)));
    }

    private static String orElse(@Nullable String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }

    private record Employed(Advisor advisor, AdvisorProperties.Vendor vendor, Runnable release) {}
}
