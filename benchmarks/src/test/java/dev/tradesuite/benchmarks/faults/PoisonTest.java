package dev.tradesuite.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lies are well formed, new and untrue. */
class PoisonTest {

    private static final String REAL =
            """
            {"event_id": "00000000-0000-0000-0000-000000000001", "type": "order.filled",
             "data": {"fill_id": "00000000-0000-0000-0000-000000000002",
                      "order_id": "00000000-0000-0000-0000-000000000003",
                      "account_id": "a", "lots": 0.5, "protection": [{"lots": 1}]}}
            """;

    @Test
    void liesAboutNumbersAndIds() {
        List<JsonNode> lies = lies(REAL);

        assertThat(lies).hasSize(3).allSatisfy(lie -> {
            assertThat(lie.path("type").asString()).isEqualTo("order.filled");
            assertThat(lie.path("event_id").asString()).isNotEqualTo("00000000-0000-0000-0000-000000000001");
            assertThat(lie.path("data").path("fill_id").asString())
                    .isNotEqualTo("00000000-0000-0000-0000-000000000002");
            assertThat(lie.path("data").path("account_id").asString()).isEqualTo("a");
        });
        assertThat(lies.get(0).at("/data/lots").asDouble()).isEqualTo(500);
        assertThat(lies.get(0).at("/data/protection/0/lots").asInt()).isEqualTo(1000);
        assertThat(lies.get(1).at("/data/lots").asDouble()).isEqualTo(-0.5);
        assertThat(lies.get(2).at("/data/order_id").asString()).isNotEqualTo("00000000-0000-0000-0000-000000000003");
    }

    @Test
    void makesNoLieOfWhatIsNoEvent() {
        assertThat(lies("not JSON")).isEmpty();
        assertThat(lies("[]")).isEmpty();
    }

    private static List<JsonNode> lies(String real) {
        return Poison.lies(real.getBytes(StandardCharsets.UTF_8)).stream()
                .map(lie -> JsonMapper.shared().readTree(lie))
                .toList();
    }
}
