package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OwnPositionsTest {

    private final OrderFixture world = new OrderFixture();
    private final OwnPositions own = new OwnPositions(world.orders, world.brokers);

    @Test
    void positionIsWhatTheBrokerHolds() {
        world.service.send(world.open(), _ -> {});
        world.broker.position = new BigDecimal("-0.3");

        assertThat(own.of("main", "EURUSD")).hasValueSatisfying(position -> {
            assertThat(position.side()).isEqualTo(Side.SELL);
            assertThat(position.lots()).isEqualTo(Lots.of("0.3"));
            assertThat(position.accountCurrency()).isEqualTo("USD");
        });
    }

    @Test
    void whatNoOrderHasMadeOrNoBrokerHoldsIsNone() {
        assertThat(own.of("main", "EURUSD")).as("nothing is held").isEmpty();
        world.broker.position = new BigDecimal("0.3");
        assertThat(own.of("main", "EURUSD")).as("no order has made it").isEmpty();
    }
}
