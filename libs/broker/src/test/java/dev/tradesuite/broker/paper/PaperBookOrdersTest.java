package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders that open: at the market, at a limit, at a trigger, in parts, at once. */
class PaperBookOrdersTest extends PaperBookCase {

    // Market orders

    @Test
    void marketOrderIsFilledAtOnceAtTheGivenPrice() {
        send("a", market(Side.BUY, "0.40"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.0835", TEN));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(book.position()).isEqualByComparingTo("0.40");
    }

    @Test
    void sameClientOrderIdIsTakenOnce() {
        send("a", market(Side.BUY, "0.40"));
        send("a", market(Side.BUY, "0.40"));

        assertThat(executions("a")).hasSize(1);
        assertThat(book.position()).isEqualByComparingTo("0.40");
    }

    @Test
    void volumeTheInstrumentDoesNotHaveIsRejected() {
        send("a", market(Side.BUY, "0.405"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.REJECTED);
        assertThat(cause("a")).isEqualTo("BROKER_REJECTED");
        assertThat(order("a").acceptedAt()).isEqualTo(TEN);
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void ordersInARejectedSymbolAreRejected() {
        book = bookOf(new PaperTerms(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Duration.ZERO,
                BigDecimal.ONE,
                null,
                Set.of("EURUSD")));

        send("a", market(Side.BUY, "0.40"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.REJECTED);
    }

    // Partial fills

    @Test
    void fractionOfAnOrderIsFilledAtEachOccasion() {
        book = bookOf(fraction("0.5"));

        send("a", market(Side.BUY, "0.30"));
        assertThat(executions("a")).containsExactly(tuple("0.15", "1.0835", TEN));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        book.onCandle(candle(0, "1.0840", "1.0850", "1.0830", "1.0845"));
        assertThat(executions("a"))
                .containsExactly(tuple("0.15", "1.0835", TEN), tuple("0.15", "1.084", TEN.plusSeconds(300)));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void fractionIsRoundedDownToLotStepsButNeverToNothing() {
        book = bookOf(fraction("0.3"));

        // 0.3 x 0.05 = 0.015, so 0.01 at each occasion; 0.3 x 0.01 = 0.003, so 0.01.
        send("a", market(Side.BUY, "0.05"));
        send("b", market(Side.BUY, "0.01"));

        assertThat(order("a").filled()).isEqualTo(Lots.of("0.01"));
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void largeOrderComesInSeveralFills() {
        book = bookOf(new PaperTerms(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("2"),
                Duration.ZERO,
                BigDecimal.ONE,
                Lots.of("0.15"),
                Set.of()));

        send("a", market(Side.BUY, "0.40"));

        assertThat(order("a").executions())
                .extracting(execution -> execution.lots().toString(), BrokerExecution::commission)
                .containsExactly(
                        tuple("0.15", new BigDecimal("0.30")),
                        tuple("0.15", new BigDecimal("0.30")),
                        tuple("0.1", new BigDecimal("0.20")));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void eachPartThatIsFilledGetsItsOwnProtection() {
        book = bookOf(fraction("0.5"));

        send("a", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
        book.onCandle(candle(0, "1.0840", "1.0850", "1.0830", "1.0845"));

        assertThat(List.of("a-SL1", "a-TP1", "a-SL2", "a-TP2"))
                .allSatisfy(leg -> assertThat(order(leg).terms().lots()).isEqualTo(Lots.of("0.2")));
    }

    // Limit and stop orders

    @Test
    void limitOrderWaitsUntilACandleReachesIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", Protection.NONE));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        book.onCandle(candle(0, "1.0830", "1.0840", "1.0801", "1.0820"));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        book.onCandle(candle(1, "1.0820", "1.0825", "1.0795", "1.0805"));
        assertThat(executions("a")).containsExactly(tuple("0.4", "1.08", TEN.plusSeconds(600)));
    }

    @Test
    void limitOrderThatIsBetterThanTheMarketIsFilledAtTheMarket() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0850", Protection.NONE));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.0835", TEN));
    }

    @Test
    void stopOrderIsFilledWhenACandleReachesItsTrigger() {
        send("a", terms(Side.BUY, OrderType.STOP, "0.40", "1.0900", Protection.NONE));

        book.onCandle(candle(0, "1.0880", "1.0905", "1.0870", "1.0890"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.09", TEN.plusSeconds(300)));
    }

    @Test
    void triggeredStopTakesTheRestAtTheNextOpen() {
        book = bookOf(fraction("0.5"));
        send("a", terms(Side.BUY, OrderType.STOP, "0.40", "1.0900", Protection.NONE));

        book.onCandle(candle(0, "1.0880", "1.0905", "1.0870", "1.0890"));
        // The next candle does not come near the trigger any more; the order is in the market all the same.
        book.onCandle(candle(1, "1.0850", "1.0855", "1.0840", "1.0845"));

        assertThat(executions("a"))
                .containsExactly(
                        tuple("0.2", "1.09", TEN.plusSeconds(300)), tuple("0.2", "1.085", TEN.plusSeconds(600)));
    }

    @Test
    void orderEndsWhenItsTimeIsOver() {
        send("a", expiring("1.0800", TEN.plusSeconds(600)));

        book.expire(TEN.plusSeconds(599));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        book.expire(TEN.plusSeconds(600));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.EXPIRED);
        assertThat(cause("a")).isEqualTo("EXPIRED_UNFILLED");
    }

    @Test
    void orderIsNotFilledFromACandleItDidNotLiveThrough() {
        send("a", expiring("1.0800", TEN.plusSeconds(299)));
        send("b", expiring("1.0800", TEN.plusSeconds(300)));

        book.onCandle(candle(0, "1.0820", "1.0825", "1.0795", "1.0805"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.EXPIRED);
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void cancelledOrderIsFilledNoMore() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", Protection.NONE));

        book.cancel(request("a", order("a").terms()), new Reason("WHY", "because"), TEN.plusSeconds(1));
        book.onCandle(candle(0, "1.0820", "1.0825", "1.0795", "1.0805"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(cause("a")).isEqualTo("WHY");
        assertThat(order("a").executions()).isEmpty();
    }

    @Test
    void orderThatWasCancelledBeforeItArrivedIsNotTaken() {
        book.cancel(request("a", market(Side.BUY, "0.40")), new Reason("INTERRUPTED", "stopped"), TEN);

        send("a", market(Side.BUY, "0.40"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(order("a").acceptedAt()).isNull();
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    // Stop limit orders

    @Test
    void stopLimitOrderIsFilledAtItsTriggerWithinItsLimit() {
        send("a", stopLimit("1.0900", "1.0905"));

        book.onCandle(candle(0, "1.0880", "1.0899", "1.0870", "1.0890"));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        book.onCandle(candle(1, "1.0890", "1.0920", "1.0880", "1.0910"));
        assertThat(executions("a")).containsExactly(tuple("0.4", "1.09", TEN.plusSeconds(600)));
    }

    @Test
    void stopLimitOrderThatThePriceGappedPastWaitsAtItsLimit() {
        send("a", stopLimit("1.0900", "1.0905"));

        book.onCandle(candle(0, "1.0920", "1.0930", "1.0910", "1.0925"));
        assertThat(executions("a")).isEmpty();
        assertThat(order("a").triggered()).isTrue();

        // The trigger is not reached again; the order waits for its limit alone.
        book.onCandle(candle(1, "1.0910", "1.0915", "1.0890", "1.0895"));
        assertThat(executions("a")).containsExactly(tuple("0.4", "1.0905", TEN.plusSeconds(600)));
    }

    @Test
    void stopLimitOrderPaysNoSlippageBeyondItsLimit() {
        book = bookOf(new PaperTerms(
                BigDecimal.ZERO, new BigDecimal("8"), BigDecimal.ZERO, Duration.ZERO, BigDecimal.ONE, null, Set.of()));
        send("a", stopLimit("1.0900", "1.0905"));

        book.onCandle(candle(0, "1.0880", "1.0920", "1.0870", "1.0910"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.0905", TEN.plusSeconds(300)));
    }

    // Orders that are wanted at once

    @Test
    void orderThatIsWantedAtOnceLeavesNothingBehind() {
        book = bookOf(fraction("0.5"));

        send("a", market(Side.BUY, "0.40").lasting(TimeInForce.IOC));
        send("b", limit("1.0800").lasting(TimeInForce.IOC));

        assertThat(order("a").filled()).isEqualTo(Lots.of("0.2"));
        assertThat(cause("a")).isEqualTo("UNFILLED_AT_ONCE");
        assertThat(order("b").filled()).isEqualTo(Lots.ZERO);
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.CANCELLED);
    }

    @Test
    void orderThatIsWantedWholeIsNotFilledInPart() {
        book = bookOf(fraction("0.5"));
        send("a", market(Side.BUY, "0.40").lasting(TimeInForce.FOK));
        assertThat(executions("a")).isEmpty();
        assertThat(cause("a")).isEqualTo("UNFILLED_AT_ONCE");

        book = bookOf(PaperTerms.PLAIN);
        send("a", market(Side.BUY, "0.40").lasting(TimeInForce.FOK));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.FILLED);
    }
}
