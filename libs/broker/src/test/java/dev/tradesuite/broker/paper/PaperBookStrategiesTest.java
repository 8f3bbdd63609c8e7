package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trend is long 0.4, carry is short 0.3, each with a stop and a target of its own. */
class PaperBookStrategiesTest extends PaperBookCase {

    @BeforeEach
    void holdAgainstOneAnother() {
        send("t", "trend", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
        send("c", "carry", terms(Side.SELL, OrderType.MARKET, "0.30", null, protection("1.0885", "1.0735")));
    }

    @Test
    void entryOfOneLeavesTheProtectionOfTheOtherAsItIs() {
        assertThat(book.position()).isEqualByComparingTo("0.10");
        assertThat(List.of("t-SL1", "t-TP1"))
                .allSatisfy(leg -> assertThat(order(leg).unfilled()).isEqualTo(Lots.of("0.4")));
        assertThat(List.of("c-SL1", "c-TP1"))
                .allSatisfy(leg -> assertThat(order(leg).unfilled()).isEqualTo(Lots.of("0.3")));
    }

    @Test
    void closeTakesWhatItsStrategyHoldsThroughZero() {
        send("x", "trend", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.60")));

        assertThat(order("x").filled()).isEqualTo(Lots.of("0.4"));
        assertThat(book.held().byHolder()).containsOnlyKeys("carry");
        assertThat(book.position()).isEqualByComparingTo("-0.30");
        assertThat(List.of("t-SL1", "t-TP1"))
                .allSatisfy(leg -> assertThat(cause(leg)).isEqualTo("NOTHING_TO_REDUCE"));
        assertThat(order("c-SL1").unfilled()).isEqualTo(Lots.of("0.3"));

        send("y", "trend", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.10")));
        assertThat(cause("y")).as("it holds nothing, whatever the others do").isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void stopThatIsReachedClosesItsStrategyThroughZero() {
        book.onCandle(candle(0, "1.0800", "1.0810", "1.0780", "1.0790"));

        assertThat(executions("t-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(cause("t-TP1")).isEqualTo("STOP_TRIGGERED");
        assertThat(book.position()).isEqualByComparingTo("-0.30");

        book.onCandle(candle(1, "1.0750", "1.0760", "1.0730", "1.0740"));
        assertThat(status("c-TP1")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(cause("c-SL1")).isEqualTo("TARGET_REACHED");
        assertThat(book.held()).isEqualTo(HeldLots.NONE);
    }

    @Test
    void orderOfNobodyReducesThePositionAndTheProtectionOfWhoHeldIt() {
        send("n", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.30")));

        assertThat(order("n").filled()).as("the account has no more").isEqualTo(Lots.of("0.1"));
        assertThat(order("t-SL1").unfilled()).isEqualTo(Lots.of("0.3"));
        assertThat(order("c-SL1").unfilled()).isEqualTo(Lots.of("0.3"));
    }

    @Test
    void protectionOfThePositionReplacesThatOfWhoHoldsInItsDirection() {
        book.protect(
                List.of(
                        request(
                                "p",
                                "trend",
                                TradeTerms.stop("EURUSD", Side.SELL, Lots.of("0.40"), price("1.0800"))
                                        .reducingOnly()),
                        request(
                                "q",
                                "trend",
                                TradeTerms.limit("EURUSD", Side.SELL, Lots.of("0.40"), price("1.0900"))
                                        .reducingOnly())),
                WHY,
                TEN);

        assertThat(List.of("t-SL1", "t-TP1"))
                .allSatisfy(leg -> assertThat(status(leg)).isEqualTo(BrokerOrderStatus.CANCELLED));
        assertThat(List.of("c-SL1", "c-TP1", "p", "q"))
                .allSatisfy(leg -> assertThat(status(leg)).isEqualTo(BrokerOrderStatus.WORKING));

        book.protect(List.of(), WHY, TEN);
        assertThat(status("p")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(status("c-SL1"))
                .as("it never was protection of the position")
                .isEqualTo(BrokerOrderStatus.WORKING);
    }

    @Test
    void partOfAStepIsClosedAsAllOfAHolding() {
        send("u", "swing", terms(Side.BUY, OrderType.MARKET, "0.20", null, protection("1.0785", "1.0935")));
        // Of the position of 0.3 that trend and swing make, in the proportion of 0.4 to 0.2.
        send("n", TradeTerms.close("EURUSD", Side.SELL, Lots.of("0.10")));
        Lots left = new Lots(book.held().of("swing"));
        assertThat(left.isMultipleOf(EURUSD.lotStep())).isFalse();
        assertThat(order("u-SL1").unfilled()).isEqualTo(left);

        send("x", "swing", TradeTerms.close("EURUSD", Side.SELL, left));

        assertThat(order("x").filled()).isEqualTo(left);
        assertThat(book.held().byHolder())
                .isEqualTo(Map.of("carry", price("-0.3"), "trend", book.held().of("trend")));
    }

    @Test
    void fillsAreToldInTheOrderInWhichTheyWere() {
        send("l", "trend", terms(Side.SELL, OrderType.LIMIT, "0.60", "1.0840", protection("1.0990", "1.0600")));

        book.onCandle(candle(0, "1.0800", "1.0845", "1.0780", "1.0840"));

        assertThat(book.changed().stream()
                        .filter(order -> !order.executions().isEmpty()
                                && order.executions().getLast().at().isAfter(TEN))
                        .map(PaperBookOrder::clientOrderId))
                .as("the stop comes before what opens")
                .containsExactly("t-SL1", "l");
        assertThat(book.held().of("trend")).isEqualByComparingTo("-0.6");
    }
}
