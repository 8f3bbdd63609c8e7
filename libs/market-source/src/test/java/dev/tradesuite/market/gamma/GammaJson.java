package dev.tradesuite.market.gamma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Objects as the Gamma API writes them: a sound market by default, any field of which a test may spoil. */
final class GammaJson {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private GammaJson() {}

    static GammaJson market(int id) {
        return new GammaJson()
                .with("id", Integer.toString(id))
                .with("question", "Will it rain on day %d?".formatted(id))
                .with("outcomes", "[\"Yes\", \"No\"]")
                .with("outcomePrices", "[\"0.78\", \"0.22\"]")
                .with("clobTokenIds", "[\"11\", \"12\"]")
                .with("bestBid", 0.77)
                .with("bestAsk", 0.79)
                .with("liquidity", "20000.5")
                .with("liquidityNum", 20000.5)
                .with("volume", "100000.25")
                .with("volumeNum", 100000.25)
                .with("active", true)
                .with("closed", false)
                .with("archived", false)
                .with("acceptingOrders", true)
                .with("enableOrderBook", true)
                .with("endDate", "2026-06-30T12:00:00Z");
    }

    static GammaJson resolved(int id, String prices) {
        return market(id)
                .with("closed", true)
                .with("acceptingOrders", false)
                .with("umaResolutionStatus", "resolved")
                .with("outcomePrices", prices);
    }

    static GammaJson event(int id, GammaJson... markets) {
        return new GammaJson()
                .with("id", Integer.toString(id))
                .with("title", "Weather %d".formatted(id))
                .with("liquidity", 20000.5 * markets.length)
                .with("volume", 100000.25 * markets.length)
                .with("active", true)
                .with("closed", false)
                .with("archived", false)
                .with("markets", List.of(markets));
    }

    GammaJson with(String field, @Nullable Object value) {
        fields.put(field, value);
        return this;
    }

    GammaJson without(String field) {
        fields.remove(field);
        return this;
    }

    JsonNode node() {
        return JSON.valueToTree(plain());
    }

    static String array(GammaJson... elements) {
        List<Object> plain = new ArrayList<>();
        List.of(elements).forEach(element -> plain.add(element.plain()));
        return JSON.writeValueAsString(plain);
    }

    private Map<String, @Nullable Object> plain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>(fields);
        plain.replaceAll((_, value) -> value instanceof List<?> list
                ? list.stream()
                        .map(element -> element instanceof GammaJson nested ? nested.plain() : element)
                        .toList()
                : value);
        return plain;
    }
}
