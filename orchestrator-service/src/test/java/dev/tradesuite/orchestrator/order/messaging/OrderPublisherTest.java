package dev.tradesuite.orchestrator.order.messaging;

import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.test.ContractSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPublisherTest {

    @Test
    void fillIsWrittenAsItsSampleSays() {
        OrderPublisher publisher = new OrderPublisher((_, _, _, data) -> ContractSamples.compare("OrderFilled", data));

        publisher.filled(
                TestOrders.sampleFilled(),
                TestOrders.sampleFilled().fills().getFirst(),
                true,
                List.of(TestOrders.sampleStop()));
    }

    @Test
    void endIsWrittenAsItsSampleSays() {
        OrderPublisher publisher = new OrderPublisher((_, _, _, data) -> ContractSamples.compare("OrderClosed", data));

        publisher.closed(
                TestOrders.sampleReserved()
                        .ended(OrderStatus.CANCELLED, TradeReason.INTERRUPTED.reason(), TestOrders.TEN.plusSeconds(2)),
                List.of());
    }

    @Test
    void protectionIsWrittenAsItsSampleSays() {
        OrderPublisher publisher =
                new OrderPublisher((_, _, _, data) -> ContractSamples.compare("ProtectionChanged", data));

        publisher.protection("main", "EURUSD", List.of(TestOrders.sampleStop()), TestOrders.TEN.plusSeconds(3));
    }
}
