package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One account's book in EURUSD: what is sent at 10:00, and the five-minute candles after it. */
class PaperBookTest {

    private static final Instrument EURUSD =
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow();
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final Reason WHY = new Reason("WHY", "because");
    private static final BigDecimal MARKET = new BigDecimal("1.0835");

    private PaperBook book =
            new PaperBook(EURUSD, PaperTerms.PLAIN, new PaperState(BigDecimal.ZERO, List.of()), UUID::randomUUID);

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

    // What a candle may fill

    @Test
    void candleThatBeganBeforeTheOrderCountsWithItsCloseOnly() {
        Instant late = TEN.plusSeconds(120);
        book.submit(request("a", limit("1.0800")), late);

        // The low may have been before 10:02; the close was not.
        book.onCandle(candle(0, "1.0830", "1.0840", "1.0790", "1.0801"));
        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);

        PaperBook other = bookOf(PaperTerms.PLAIN);
        other.submit(request("a", limit("1.0800")), late);
        other.onCandle(candle(0, "1.0830", "1.0840", "1.0790", "1.0799"));
        assertThat(other.order("a").orElseThrow().executions())
                .extracting(BrokerExecution::price)
                .containsExactly(new BigDecimal("1.0799"));
    }

    @Test
    void candleThatEndedBeforeTheOrderIsPassedOver() {
        book.submit(request("a", limit("1.0800")), TEN.plusSeconds(300));

        book.onCandle(candle(0, "1.0830", "1.0840", "1.0790", "1.0795"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);
    }

    @Test
    void sameCandleIsMetOnce() {
        book = bookOf(fraction("0.5"));
        send("a", market(Side.BUY, "0.40"));

        book.onCandle(candle(0, "1.0840", "1.0850", "1.0830", "1.0845"));
        book.onCandle(candle(0, "1.0840", "1.0850", "1.0830", "1.0845"));

        assertThat(executions("a")).hasSize(2);
    }

    @Test
    void longerCandleOverTimeThatShorterOnesHaveToldIsPassedOver() {
        send("a", limit("1.0800"));
        book.onCandle(candle(0, "1.0830", "1.0840", "1.0820", "1.0830"));

        book.onCandle(new BrokerCandle(
                "EURUSD",
                TEN.minusSeconds(1800),
                TEN.plusSeconds(1800),
                new BigDecimal("1.0830"),
                new BigDecimal("1.0840"),
                new BigDecimal("1.0790"),
                new BigDecimal("1.0795")));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);
    }

    // Protection

    @Test
    void stopClosesThePositionAndCancelsTheTarget() {
        sendProtected();

        book.onCandle(candle(0, "1.0800", "1.0810", "1.0780", "1.0790"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(status("a-TP1")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(cause("a-TP1")).isEqualTo("STOP_TRIGGERED");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void targetClosesThePositionAndCancelsTheStop() {
        sendProtected();

        book.onCandle(candle(0, "1.0900", "1.0940", "1.0890", "1.0930"));

        assertThat(executions("a-TP1")).containsExactly(tuple("0.4", "1.0935", TEN.plusSeconds(300)));
        assertThat(status("a-SL1")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(cause("a-SL1")).isEqualTo("TARGET_REACHED");
    }

    @Test
    void stopComesBeforeTheTargetWhenBothLieInOneCandle() {
        sendProtected();

        book.onCandle(candle(0, "1.0830", "1.0950", "1.0770", "1.0900"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(order("a-TP1").executions()).isEmpty();
    }

    @Test
    void stopFillsAtTheOpenWhenThePriceGappedThrough() {
        sendProtected();

        book.onCandle(candle(0, "1.0750", "1.0760", "1.0740", "1.0755"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.075", TEN.plusSeconds(300)));
    }

    @Test
    void protectionOfASellLiesTheOtherWayRound() {
        send("a", terms(Side.SELL, OrderType.MARKET, "0.40", null, protection("1.0885", "1.0735")));

        book.onCandle(candle(0, "1.0840", "1.0890", "1.0830", "1.0880"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0885", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void partlyFilledTargetLeavesTheRestToTheStop() {
        book = bookOf(fraction("0.5"));
        send("a", terms(Side.BUY, OrderType.MARKET, "0.02", null, protection("1.0785", "1.0935")));
        book.onCandle(candle(0, "1.0835", "1.0840", "1.0830", "1.0835"));
        // Two parts of 0.01 are held, each with its own stop and target. Now one leg of 0.02 would be wrong.
        assertThat(book.position()).isEqualByComparingTo("0.02");

        book.onCandle(candle(1, "1.0900", "1.0940", "1.0890", "1.0930"));

        assertThat(book.position()).isEqualByComparingTo("0");
        assertThat(List.of("a-SL1", "a-SL2"))
                .allSatisfy(leg -> assertThat(status(leg)).isEqualTo(BrokerOrderStatus.CANCELLED));
    }

    @Test
    void legsOfOneBracketNeverFillMoreThanThePosition() {
        sendProtected();
        PaperBook slow = new PaperBook(
                EURUSD, fraction("0.25"), new PaperState(book.position(), book.changed()), UUID::randomUUID);

        // 0.25 x 0.4 = 0.1 by the target; then the stop is for 0.3 and takes 0.07 a candle until they are closed.
        slow.onCandle(candle(0, "1.0900", "1.0940", "1.0890", "1.0930"));
        slow.onCandle(candle(1, "1.0800", "1.0810", "1.0780", "1.0790"));
        slow.onCandle(candle(2, "1.0770", "1.0775", "1.0760", "1.0765"));
        slow.onCandle(candle(3, "1.0770", "1.0775", "1.0760", "1.0765"));
        slow.onCandle(candle(4, "1.0770", "1.0775", "1.0760", "1.0765"));
        slow.onCandle(candle(5, "1.0770", "1.0775", "1.0760", "1.0765"));

        assertThat(slow.order("a-TP1").orElseThrow().filled()).isEqualTo(Lots.of("0.1"));
        assertThat(slow.order("a-SL1").orElseThrow().filled()).isEqualTo(Lots.of("0.3"));
        assertThat(slow.position()).isEqualByComparingTo("0");
        assertThat(slow.order("a-SL1").orElseThrow().status()).isEqualTo(BrokerOrderStatus.FILLED);
    }

    @Test
    void orderFilledWithinACandleMayBeStoppedOutInIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", protection("1.0785", "1.0935")));

        book.onCandle(candle(0, "1.0830", "1.0840", "1.0780", "1.0790"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.08", TEN.plusSeconds(300)));
        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void orderFilledWithinACandleTakesNoProfitInIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", protection("1.0785", "1.0835")));

        // The high may have been before the order was filled.
        book.onCandle(candle(0, "1.0830", "1.0840", "1.0790", "1.0820"));
        assertThat(status("a-TP1")).isEqualTo(BrokerOrderStatus.WORKING);

        book.onCandle(candle(1, "1.0820", "1.0836", "1.0810", "1.0830"));
        assertThat(status("a-TP1")).isEqualTo(BrokerOrderStatus.FILLED);
    }

    // Orders that only reduce

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

    // Stops that follow

    @Test
    void trailingStopFollowsTheHighestPriceAndNeverGoesBack() {
        sendTrailing();
        assertThat(trigger("a-SL1")).as("50 pips below the fill").isEqualTo("1.0785");

        book.onCandle(candle(0, "1.0835", "1.0860", "1.0830", "1.0850"));
        assertThat(trigger("a-SL1")).isEqualTo("1.081");

        book.onCandle(candle(1, "1.0850", "1.0855", "1.0820", "1.0830"));
        assertThat(trigger("a-SL1")).isEqualTo("1.081");

        book.onCandle(candle(2, "1.0830", "1.0835", "1.0800", "1.0805"));
        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.081", TEN.plusSeconds(900)));
    }

    @Test
    void trailingStopIsReachedInTheCandleThatMovedItWhenItEndsBelow() {
        sendTrailing();

        // From the high of 1.0900 the price came down to 1.0840: it has passed 1.0850 on its way.
        book.onCandle(candle(0, "1.0835", "1.0900", "1.0830", "1.0840"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.085", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void trailingStopOfAShortPositionFollowsTheLowestPrice() {
        send("a", market(Side.SELL, "0.40").protectedBy(new Protection(null, null, Pips.of(50))));

        book.onCandle(candle(0, "1.0835", "1.0840", "1.0810", "1.0815"));

        assertThat(trigger("a-SL1")).isEqualTo("1.086");
    }

    // Orders that take the place of others

    @Test
    void orderTakesThePlaceOfTheOneItReplaces() {
        send("a", limit("1.0800"));

        book.replace("a", BigDecimal.ZERO, request("b", limit("1.0810")), WHY, TEN);
        book.onCandle(candle(0, "1.0820", "1.0825", "1.0790", "1.0805"));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.CANCELLED);
        assertThat(cause("a")).isEqualTo("WHY");
        assertThat(executions("b")).containsExactly(tuple("0.4", "1.081", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0.40");
    }

    @Test
    void orderThatWasFilledFirstIsNotReplaced() {
        send("a", limit("1.0800"));
        book.onCandle(candle(0, "1.0820", "1.0825", "1.0790", "1.0805"));

        book.replace("a", BigDecimal.ZERO, request("b", limit("1.0810")), WHY, TEN.plusSeconds(301));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.REJECTED);
        assertThat(cause("b")).isEqualTo("REPLACED_TOO_LATE");
        assertThat(book.position()).isEqualByComparingTo("0.40");
    }

    @Test
    void orderThatIsFilledFurtherThanTheSenderKnowsIsNotReplaced() {
        book = bookOf(fraction("0.5"));
        send("a", limit("1.0800"));
        book.onCandle(candle(0, "1.0820", "1.0825", "1.0790", "1.0805"));

        book.replace("a", BigDecimal.ZERO, request("b", limit("1.0810")), WHY, TEN.plusSeconds(301));

        assertThat(status("a")).isEqualTo(BrokerOrderStatus.WORKING);
        assertThat(status("b")).isEqualTo(BrokerOrderStatus.REJECTED);
    }

    @Test
    void stopOfABracketThatIsReplacedStillCancelsItsTarget() {
        sendProtected();

        book.replace(
                "a-SL1", BigDecimal.ZERO, request("b", order("a-SL1").terms().priced(null, price("1.0800"))), WHY, TEN);
        book.onCandle(candle(0, "1.0810", "1.0815", "1.0790", "1.0795"));

        assertThat(executions("b")).containsExactly(tuple("0.4", "1.08", TEN.plusSeconds(300)));
        assertThat(cause("a-TP1")).isEqualTo("STOP_TRIGGERED");
    }

    // Protection of a position

    @Test
    void newProtectionTakesThePlaceOfTheOldOne() {
        sendProtected();

        book.protect(
                List.of(
                        request(
                                "s",
                                TradeTerms.stop("EURUSD", Side.SELL, Lots.of("0.4"), price("1.0800"))
                                        .reducingOnly()),
                        request(
                                "t",
                                TradeTerms.limit("EURUSD", Side.SELL, Lots.of("0.4"), price("1.0900"))
                                        .reducingOnly())),
                WHY,
                TEN);
        assertThat(List.of("a-SL1", "a-TP1"))
                .allSatisfy(leg -> assertThat(cause(leg)).isEqualTo("WHY"));

        book.onCandle(candle(0, "1.0890", "1.0910", "1.0880", "1.0900"));
        assertThat(executions("t")).containsExactly(tuple("0.4", "1.09", TEN.plusSeconds(300)));
        assertThat(cause("s")).isEqualTo("TARGET_REACHED");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void protectionIsTakenAway() {
        sendProtected();

        book.protect(List.of(), WHY, TEN);
        book.onCandle(candle(0, "1.0700", "1.0710", "1.0690", "1.0700"));

        assertThat(book.position()).isEqualByComparingTo("0.40");
    }

    // Protection follows its position

    @Test
    void stopAndTargetFollowAPositionThatIsClosedInPart() {
        sendProtected();

        send("c", market(Side.SELL, "0.10").reducingOnly());

        assertThat(List.of("a-SL1", "a-TP1"))
                .allSatisfy(leg -> assertThat(order(leg).terms().lots()).isEqualTo(Lots.of("0.3")));

        book.onCandle(candle(0, "1.0790", "1.0795", "1.0770", "1.0780"));
        assertThat(executions("a-SL1")).containsExactly(tuple("0.3", "1.0785", TEN.plusSeconds(300)));
        assertThat(status("a-SL1")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(cause("a-TP1")).isEqualTo("STOP_TRIGGERED");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void partialCloseIsTakenFromTheOldestBracketFirst() {
        sendProtected();
        book.submit(
                request("b", terms(Side.BUY, OrderType.MARKET, "0.20", null, protection("1.0790", "1.0940"))),
                TEN.plusSeconds(1));
        assertThat(order("a-SL1").terms().lots()).isEqualTo(Lots.of("0.4"));
        assertThat(order("b-SL1").terms().lots()).isEqualTo(Lots.of("0.2"));

        // 0.6 - 0.5 = 0.1: all 0.4 of the first, 0.1 of the second.
        book.submit(request("c", market(Side.SELL, "0.50").reducingOnly()), TEN.plusSeconds(2));

        assertThat(cause("a-SL1")).isEqualTo("NOTHING_TO_REDUCE");
        assertThat(cause("a-TP1")).isEqualTo("NOTHING_TO_REDUCE");
        assertThat(order("b-SL1").terms().lots()).isEqualTo(Lots.of("0.1"));
        assertThat(order("b-TP1").terms().lots()).isEqualTo(Lots.of("0.1"));
    }

    @Test
    void partOfATargetThatIsFilledMakesItsStopSmaller() {
        book = bookOf(fraction("0.5"));
        sendProtected();
        book.onCandle(candle(0, "1.0840", "1.0850", "1.0830", "1.0840"));
        assertThat(book.position()).isEqualByComparingTo("0.40");

        book.onCandle(candle(1, "1.0930", "1.0940", "1.0920", "1.0930"));

        // Each bracket is for 0.2, of which a half is filled at one occasion.
        assertThat(order("a-TP1").filled()).isEqualTo(Lots.of("0.1"));
        assertThat(order("a-SL1").terms().lots()).isEqualTo(Lots.of("0.1"));
        assertThat(book.position()).isEqualByComparingTo("0.20");
    }

    @Test
    void orderOfASenderThatClosesWhatWasLeftIsFilled() {
        sendProtected();
        send(
                "s",
                TradeTerms.stop("EURUSD", Side.SELL, Lots.of("0.4"), price("1.0800"))
                        .reducingOnly());
        send("c", market(Side.SELL, "0.10").reducingOnly());
        assertThat(order("s").terms().lots()).as("no more than is held").isEqualTo(Lots.of("0.3"));

        book.onCandle(candle(0, "1.0810", "1.0815", "1.0790", "1.0795"));

        assertThat(status("s")).isEqualTo(BrokerOrderStatus.FILLED);
        assertThat(order("s").terms().lots()).isEqualTo(Lots.of("0.3"));
        assertThat(executions("s")).containsExactly(tuple("0.3", "1.08", TEN.plusSeconds(300)));
        assertThat(cause("a-SL1")).isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void orderThatTurnsAPositionRoundProtectsWhatIsLeftOfIt() {
        sendProtected();

        // 0.4 are closed, 0.2 opened short: the stop is for 0.2.
        send("b", terms(Side.SELL, OrderType.MARKET, "0.60", null, protection("1.0885", "1.0735")));

        assertThat(book.position()).isEqualByComparingTo("-0.20");
        assertThat(order("b-SL1").terms().lots()).isEqualTo(Lots.of("0.2"));
        assertThat(order("b-TP1").terms().lots()).isEqualTo(Lots.of("0.2"));
        assertThat(cause("a-SL1")).isEqualTo("NOTHING_TO_REDUCE");
    }

    private void sendTrailing() {
        send("a", market(Side.BUY, "0.40").protectedBy(new Protection(null, null, Pips.of(50))));
    }

    private static TradeTerms stopLimit(String trigger, String limit) {
        return TradeTerms.stopLimit("EURUSD", Side.BUY, Lots.of("0.40"), price(trigger), price(limit));
    }

    private String trigger(String id) {
        return order(id).terms().trigger().toPlainString();
    }

    private static BigDecimal price(String price) {
        return new BigDecimal(price);
    }

    private void sendProtected() {
        send("a", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
    }

    private void send(String id, TradeTerms terms) {
        book.submit(request(id, terms), TEN);
    }

    private static BrokerRequest request(String id, TradeTerms terms) {
        return new BrokerRequest(id, "main", terms, MARKET);
    }

    private static PaperBook bookOf(PaperTerms terms) {
        return new PaperBook(EURUSD, terms, new PaperState(BigDecimal.ZERO, List.of()), UUID::randomUUID);
    }

    private static PaperTerms fraction(String fraction) {
        return new PaperTerms(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Duration.ZERO,
                new BigDecimal(fraction),
                null,
                Set.of());
    }

    private static TradeTerms market(Side side, String lots) {
        return terms(side, OrderType.MARKET, lots, null, Protection.NONE);
    }

    private static TradeTerms limit(String price) {
        return terms(Side.BUY, OrderType.LIMIT, "0.40", price, Protection.NONE);
    }

    private static TradeTerms expiring(String limit, Instant end) {
        return limit(limit).until(end);
    }

    private static TradeTerms terms(
            Side side, OrderType type, String lots, @Nullable String price, Protection protection) {
        BigDecimal stated = price == null ? null : new BigDecimal(price);
        return TradeTerms.of(
                        "EURUSD",
                        side,
                        type,
                        Lots.of(lots),
                        type.hasLimit() ? stated : null,
                        type.hasTrigger() ? stated : null)
                .protectedBy(protection);
    }

    private static Protection protection(String stop, String target) {
        return Protection.of(new BigDecimal(stop), new BigDecimal(target));
    }

    /** The five-minute candle with this number, counted from 10:00. */
    private static BrokerCandle candle(int number, String open, String high, String low, String close) {
        Instant opens = TEN.plusSeconds(300L * number);
        return new BrokerCandle(
                "EURUSD",
                opens,
                opens.plusSeconds(300),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close));
    }

    private PaperBookOrder order(String id) {
        return book.order(id).orElseThrow();
    }

    private BrokerOrderStatus status(String id) {
        return order(id).status();
    }

    private @Nullable String cause(String id) {
        Reason cause = order(id).cause();
        return cause == null ? null : cause.code();
    }

    private List<org.assertj.core.groups.Tuple> executions(String id) {
        return order(id).executions().stream()
                .map(execution ->
                        tuple(execution.lots().toString(), execution.price().toPlainString(), execution.at()))
                .toList();
    }
}
