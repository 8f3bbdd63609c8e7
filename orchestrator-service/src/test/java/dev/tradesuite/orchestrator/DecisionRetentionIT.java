package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.orchestrator.trade.DecisionRetention;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long decision documents are kept. */
class DecisionRetentionIT extends OrchestratorTest {

    @Autowired
    private DecisionStore store;

    @Autowired
    private Clock clock;

    @Test
    void decisionIsKeptForAMonthAndOneWithAnOrderForMoreThanAYear() {
        UUID analyzed = decided(ANALYZE, "");
        UUID young = decided(ANALYZE, "");
        NEIGHBOURS.deny();
        UUID ordered = decided(EXECUTE, ",\"auto_execute\":true");
        UUID orderKept = decided(EXECUTE, ",\"auto_execute\":true");

        List.of(analyzed, ordered, orderKept).forEach(id -> age(id, 31));
        forget();
        assertThat(exists(analyzed)).isFalse();
        assertThat(exists(young)).isTrue();
        assertThat(exists(ordered)).isTrue();

        List.of(ordered, orderKept).forEach(id -> age(id, 401));
        jdbc.sql("DELETE FROM trade_order WHERE decision_id = ?").param(ordered).update();
        forget();
        assertThat(exists(ordered)).isFalse();
        assertThat(exists(orderKept)).as("its order is still there").isTrue();
    }

    private UUID decided(String path, String more) {
        return UUID.fromString(trader().post(path, eurusd(newAccount(), more))
                .json()
                .path("decision_id")
                .asString());
    }

    private void forget() {
        new DecisionRetention(store, Duration.ofDays(30), Duration.ofDays(400), clock).forget();
    }

    private void age(UUID id, int days) {
        jdbc.sql("UPDATE decision SET requested_at = now() - make_interval(days => ?) WHERE id = ?")
                .params(days, id)
                .update();
    }

    private boolean exists(UUID id) {
        return jdbc.sql("SELECT count(*) FROM decision WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
