package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.UUID;
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
    void exitIsCoveredByWhatIsHeldLessWhatOthersClose() {
        world.broker.position = new BigDecimal("0.4");
        TradeTerms all = TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.4"));

        assertThat(own.covers("main", all, null)).isTrue();
        assertThat(own.covers("main", all.sized(Lots.of("0.5")), null))
                .as("more than is held")
                .isFalse();
        assertThat(own.covers("main", TradeTerms.close("EURUSD", Side.BUY, Lots.of("0.1")), null))
                .as("it would enlarge the position")
                .isFalse();

        TradeOrder first = world.service.open(all.sized(Lots.of("0.3")), TestOrders.origin(), _ -> {});
        assertThat(own.covers("main", all, null)).as("0.3 + 0.4 > 0.4").isFalse();
        assertThat(own.covers("main", all.sized(Lots.of("0.1")), null))
                .as("0.3 + 0.1 = 0.4")
                .isTrue();
        assertThat(own.covers("main", first.terms(), first.id()))
                .as("it does not count against itself")
                .isTrue();
        assertThat(own.isClosedByOthers("main", first.terms(), first.id())).isFalse();
        assertThat(own.isClosedByOthers("main", all, UUID.randomUUID())).isTrue();
    }

    @Test
    void whatNoOrderHasMadeOrNoBrokerHoldsIsNone() {
        assertThat(own.of("main", "EURUSD")).as("nothing is held").isEmpty();
        world.broker.position = new BigDecimal("0.3");
        assertThat(own.of("main", "EURUSD")).as("no order has made it").isEmpty();
    }
}
