package dev.tradesuite.orchestrator.order.web;

import dev.tradesuite.contracts.orchestrator.BrokerPositions;
import dev.tradesuite.contracts.orchestrator.FillPage;
import dev.tradesuite.contracts.orchestrator.OrderPage;
import dev.tradesuite.contracts.orchestrator.PositionProtection;
import dev.tradesuite.contracts.orchestrator.ProtectPositionRequest;
import dev.tradesuite.contracts.orchestrator.ReplaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.test.ContractSamples;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderMapperTest {

    private final OrderMapper mapper = new OrderMapper(InstrumentCatalog.shipped());

    @Test
    void orderIsWrittenAsItsSampleSays() {
        ContractSamples.compare("Order", mapper.order(TestOrders.sampleFilled()));
        TradeOrder filled = TestOrders.sampleFilled();
        ContractSamples.compare(
                "FillPage",
                new FillPage(
                        List.of(FilledOrderMapper.filled(filled, filled.fills().getLast(), true, null)),
                        filled.updatedAt(),
                        null));
        ContractSamples.compare(
                "BrokerPositions",
                new BrokerPositions(
                        "main", "paper", List.of(new BrokerPositions.SymbolPosition("EURUSD", new BigDecimal("0.4")))));
        ContractSamples.compare("OrderPage", new OrderPage(List.of(mapper.order(TestOrders.sampleFilled()))));
    }

    @Test
    void changesAndProtectionAreReadAndWrittenAsTheirSamplesSay() {
        ContractSamples.compare(
                "ReplaceOrderRequest",
                new ReplaceOrderRequest(
                        price("0.5"),
                        price("1.082"),
                        null,
                        price("1.0785"),
                        price("1.0935"),
                        price("40"),
                        TestOrders.TEN.plusSeconds(3600),
                        price("1.0835")));
        ContractSamples.compare(
                "ProtectPositionRequest",
                new ProtectPositionRequest("main", price("1.08"), price("1.095"), price("40"), price("1.0835")));
        ContractSamples.compare(
                "PositionProtection",
                new PositionProtection(
                        "main",
                        "EURUSD",
                        Direction.LONG,
                        price("0.4"),
                        List.of(mapper.order(TestOrders.sampleFilled())),
                        List.of(TradeReason.POSITION_UNPROTECTED.reason())));
    }

    private static BigDecimal price(String price) {
        return new BigDecimal(price);
    }
}
