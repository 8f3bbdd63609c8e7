package dev.tradesuite.orchestrator;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerContractTest;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The paper broker passes the contract on its tables as in memory. */
@SuiteIntegrationTest
class JdbcPaperBrokerIT extends BrokerContractTest {

    private final Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final AtomicInteger candles = new AtomicInteger();

    @Autowired
    @Qualifier("brokers")
    private Brokers brokers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        OrchestratorTest.NEIGHBOURS.settings(registry);
    }

    @Override
    protected Broker broker() {
        return brokers.byDefault();
    }

    @Override
    protected void marketReaches(BigDecimal price) {
        Instant opens = began.plusSeconds(300L * candles.incrementAndGet());
        ((CandleDrivenBroker) broker())
                .onCandle(new BrokerCandle(
                        "EURUSD", opens, opens.plusSeconds(300), MARKET, price.max(MARKET), price.min(MARKET), price));
    }

    @Override
    protected void venueDecides() {
        // Nothing waits here: the paper broker decides as it is asked.
    }
}
