package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that only reduce a position. */
class PaperBookReducingTest extends PaperBookCase {

    @Test
    void closingOrderTakesNoMoreThanThePosition() {
        sendProtected();

        send("b", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.60")));

        assertThat(order("b").filled()).isEqualTo(Lots.of("0.4"));
        assertThat(order("b").terms().lots()).isEqualTo(Lots.of("0.4"));
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void closedPositionNeedsNoProtectionAnyMore() {
        sendProtected();

        send("b", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.40")));

        assertThat(status("b")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(List.of("a-SL1", "a-TP1"))
                .allSatisfy(leg -> assertThat(cause(leg)).isEqualTo("NOTHING_TO_REDUCE"));
    }

    @Test
    void partlyClosedPositionIsProtectedForWhatIsLeft() {
        sendProtected();
        send("b", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.30")));

        book.onCandle(candle(0, "1.0800", "1.0810", "1.0780", "1.0790"));

        assertThat(order("a-SL1").filled()).isEqualTo(Lots.of("0.1"));
        assertThat(book.position()).isEqualByComparingTo("0");
        assertThat(status("a-SL1")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void waitingOrderThatOnlyReducesWantsNoMoreThanIsHeld() {
        sendProtected();

        send(
                "b",
                TradeTerms.limit("EURUSD", Side.SELL, Lots.of("0.60"), new BigDecimal("1.0900"))
                        .reducingOnly());
        assertThat(order("b").terms().lots()).isEqualTo(Lots.of("0.4"));

        book.onCandle(candle(0, "1.0880", "1.0910", "1.0870", "1.0900"));
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(cause("a-SL1")).isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void closingOrderWithoutAPositionIsCancelled() {
        send("b", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.40")));

        assertThat(status("b")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(cause("b")).isEqualTo("NOTHING_TO_REDUCE");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void oppositeEntryTurnsThePositionRoundAndEndsItsProtection() {
        sendProtected();

        send("b", terms(Side.SELL, OrderType.MARKET, "0.60", null, protection("1.0885", "1.0735")));

        assertThat(book.position()).isEqualByComparingTo("-0.20");
        assertThat(status("a-SL1")).isEqualTo(BrokerOrderStatus.CANCELLED);
        // Its stop is for 0.6 lots, and closes no more than the 0.2 there are.
        book.onCandle(candle(0, "1.0880", "1.0890", "1.0870", "1.0880"));
        assertThat(order("b-SL1").filled()).isEqualTo(Lots.of("0.2"));
        assertThat(book.position()).isEqualByComparingTo("0");
    }
}
