package dev.tradesuite.orchestrator.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.approval.ApprovedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RebalancingTextMapperTest {

    private static final String ORDER =
            """
            {"number":2,"client_order_id":"rb-1-2","strategy":"euro","symbol":"EURUSD","side":"BUY","lots":0.40,
             "limit_price":1.0890,"notional":43340}""";

    private final RebalancingTextMapper mapper = new RebalancingTextMapper(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    @Test
    void orderIsReadAsItWasApproved() {
        assertThat(mapper.order(payload(ORDER), 2))
                .contains(new ApprovedOrder(
                        "rb-1-2",
                        "euro",
                        "EURUSD",
                        Side.BUY,
                        Lots.of("0.4"),
                        new BigDecimal("1.0890"),
                        null,
                        Duration.ofMinutes(15)));
        assertThat(mapper.order(payload(ORDER), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"client_order_id\":\"rb-1-2\",",
                "\"strategy\":\"euro\",",
                "\"symbol\":\"EURUSD\",",
                "\"side\":\"BUY\",",
                "\"lots\":0.40,",
                "\"limit_price\":1.0890,"
            })
    void orderThatDoesNotSayEverythingIsNone(String left) {
        assertThat(ORDER).contains(left);
        assertThat(mapper.order(payload(ORDER.replace(left, "")), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"orders\":7}", "{\"valid_for_seconds\":900}"})
    void payloadOfSomethingElseHasNoOrders(String payload) {
        assertThat(mapper.order(payload, 2)).isEmpty();
    }

    private static String payload(String order) {
        return "{\"rebalancing_id\":\"x\",\"valid_for_seconds\":900,\"orders\":[%s]}".formatted(order);
    }
}
