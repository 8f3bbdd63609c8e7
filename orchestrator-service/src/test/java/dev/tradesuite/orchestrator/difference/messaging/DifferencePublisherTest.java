package dev.tradesuite.orchestrator.difference.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.orchestrator.difference.PositionGap;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencePublisherTest {

    @Test
    void differenceIsToldAsItsSampleSays() {
        List<String> told = new ArrayList<>();
        DifferencePublisher publisher = new DifferencePublisher((topic, key, type, data) -> {
            told.add(String.join(" ", topic, key, type));
            ContractSamples.compare("BrokerDifference", data);
        });

        publisher.cleared(
                new PositionGap(
                        "main",
                        "EURUSD",
                        "paper",
                        new BigDecimal("0.4"),
                        new BigDecimal("-0.1"),
                        Instant.parse("2026-01-05T10:00:00Z"),
                        new BigDecimal("0.5")),
                Instant.parse("2026-01-05T10:05:00Z"));

        assertThat(told).containsExactly("orders.events main broker.difference");
    }
}
