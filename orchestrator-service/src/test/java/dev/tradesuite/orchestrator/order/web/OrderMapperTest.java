package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.test.ContractSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderMapperTest {

    private final OrderMapper mapper = new OrderMapper(InstrumentCatalog.shipped());

    @Test
    void orderIsWrittenAsItsSampleSays() {
        ContractSamples.compare("Order", mapper.order(TestOrders.sampleFilled()));
        ContractSamples.compare("OrderPage", new OrderPage(List.of(mapper.order(TestOrders.sampleFilled()))));
    }
}
