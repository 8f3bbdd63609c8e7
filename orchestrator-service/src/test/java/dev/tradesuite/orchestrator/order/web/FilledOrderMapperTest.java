package dev.tradesuite.orchestrator.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.TestOrders;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilledOrderMapperTest {

    private static final UUID ID = UUID.fromString("019b8d6c-0000-7000-8000-000000000002");
    private static final TradeTerms STOP = TradeTerms.stop("EURUSD", Side.SELL, Lots.of("0.4"), new BigDecimal("1.07"));
    private static final TradeTerms TARGET =
            TradeTerms.limit("EURUSD", Side.SELL, Lots.of("0.4"), new BigDecimal("1.09"));
    private static final TradeTerms CLOSE = TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.4"));

    @Test
    void orderSaysWhyItClosesWhatItCloses() {
        assertThat(why(STOP.reducingOnly(), "ts-1-SL1", ID)).isEqualTo(ExitReason.STOP);
        assertThat(why(STOP.trailing(Pips.of(20)).reducingOnly(), "ts-1-SL1", ID))
                .isEqualTo(ExitReason.TRAILING_STOP);
        assertThat(why(TARGET.reducingOnly(), "ts-1-TP1", ID)).isEqualTo(ExitReason.TAKE_PROFIT);
        assertThat(why(CLOSE, "ts-2", null)).isEqualTo(ExitReason.CLOSED);
        assertThat(why(TARGET.reducingOnly(), "mine", null))
                .as("no target of a position")
                .isEqualTo(ExitReason.CLOSED);
        assertThat(why(TARGET, "mine", null)).isEqualTo(ExitReason.OPPOSITE_ORDER);
    }

    @Test
    void keysOfStopsAndRebalancingsAreKnown() {
        assertThat(why(CLOSE, TradeOrder.flatteningKey(ID), null)).isEqualTo(ExitReason.FLATTENED);
        assertThat(why(TARGET.reducingOnly(), "rb-%s-12".formatted(ID), null)).isEqualTo(ExitReason.REBALANCED);
        assertThat(why(TARGET.reducingOnly(), "rb-mine", null)).isEqualTo(ExitReason.CLOSED);
    }

    private static ExitReason why(TradeTerms terms, String clientOrderId, @Nullable UUID parent) {
        TradeOrder order = TestOrders.order(terms);
        OrderOrigin origin = new OrderOrigin(
                "main", "USD", new BigDecimal("1.0835"), Leverage.NOT_STATED, null, null, parent, null, Map.of());
        return FilledOrderMapper.exitReason(new TradeOrder(
                order.id(),
                clientOrderId,
                terms,
                origin,
                order.venue(),
                order.status(),
                null,
                order.history(),
                order.fills(),
                null,
                0));
    }
}
