package dev.tradesuite.orchestrator.order.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.Bar;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import dev.tradesuite.orchestrator.order.BrokerOrder.Standing;
import dev.tradesuite.orchestrator.order.OrderTerms;
import dev.tradesuite.orchestrator.order.OrderType;
import dev.tradesuite.orchestrator.order.Protection;
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
    private static final BigDecimal MARKET = new BigDecimal("1.0835");

    private PaperBook book =
            new PaperBook(EURUSD, PaperTerms.PLAIN, new PaperState(BigDecimal.ZERO, List.of()), UUID::randomUUID);

    // Market orders

    @Test
    void marketOrderIsFilledAtOnceAtTheGivenPrice() {
        send("a", market(Side.BUY, "0.40"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.0835", TEN));
        assertThat(standing("a")).isEqualTo(Standing.FILLED);
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

        assertThat(standing("a")).isEqualTo(Standing.REJECTED);
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

        assertThat(standing("a")).isEqualTo(Standing.REJECTED);
    }

    // Partial fills

    @Test
    void fractionOfAnOrderIsFilledAtEachOccasion() {
        book = bookOf(fraction("0.5"));

        send("a", market(Side.BUY, "0.30"));
        assertThat(executions("a")).containsExactly(tuple("0.15", "1.0835", TEN));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);

        book.onBar(bar(0, "1.0840", "1.0850", "1.0830", "1.0845"));
        assertThat(executions("a"))
                .containsExactly(tuple("0.15", "1.0835", TEN), tuple("0.15", "1.084", TEN.plusSeconds(300)));
        assertThat(standing("a")).isEqualTo(Standing.FILLED);
    }

    @Test
    void fractionIsRoundedDownToLotStepsButNeverToNothing() {
        book = bookOf(fraction("0.3"));

        // 0.3 x 0.05 = 0.015, so 0.01 at each occasion; 0.3 x 0.01 = 0.003, so 0.01.
        send("a", market(Side.BUY, "0.05"));
        send("b", market(Side.BUY, "0.01"));

        assertThat(order("a").filled()).isEqualTo(Lots.of("0.01"));
        assertThat(standing("b")).isEqualTo(Standing.FILLED);
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
                .extracting(execution -> execution.lots().toString(), Execution::commission)
                .containsExactly(
                        tuple("0.15", new BigDecimal("0.30")),
                        tuple("0.15", new BigDecimal("0.30")),
                        tuple("0.1", new BigDecimal("0.20")));
        assertThat(standing("a")).isEqualTo(Standing.FILLED);
    }

    @Test
    void eachPartThatIsFilledGetsItsOwnProtection() {
        book = bookOf(fraction("0.5"));

        send("a", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
        book.onBar(bar(0, "1.0840", "1.0850", "1.0830", "1.0845"));

        assertThat(List.of("a-SL1", "a-TP1", "a-SL2", "a-TP2"))
                .allSatisfy(leg -> assertThat(order(leg).terms().lots()).isEqualTo(Lots.of("0.2")));
    }

    // Limit and stop orders

    @Test
    void limitOrderWaitsUntilACandleReachesIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", Protection.NONE));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);

        book.onBar(bar(0, "1.0830", "1.0840", "1.0801", "1.0820"));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);

        book.onBar(bar(1, "1.0820", "1.0825", "1.0795", "1.0805"));
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

        book.onBar(bar(0, "1.0880", "1.0905", "1.0870", "1.0890"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.09", TEN.plusSeconds(300)));
    }

    @Test
    void triggeredStopTakesTheRestAtTheNextOpen() {
        book = bookOf(fraction("0.5"));
        send("a", terms(Side.BUY, OrderType.STOP, "0.40", "1.0900", Protection.NONE));

        book.onBar(bar(0, "1.0880", "1.0905", "1.0870", "1.0890"));
        // The next candle does not come near the trigger any more; the order is in the market all the same.
        book.onBar(bar(1, "1.0850", "1.0855", "1.0840", "1.0845"));

        assertThat(executions("a"))
                .containsExactly(
                        tuple("0.2", "1.09", TEN.plusSeconds(300)), tuple("0.2", "1.085", TEN.plusSeconds(600)));
    }

    @Test
    void orderEndsWhenItsTimeIsOver() {
        send("a", expiring("1.0800", TEN.plusSeconds(600)));

        book.expire(TEN.plusSeconds(599));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);

        book.expire(TEN.plusSeconds(600));
        assertThat(standing("a")).isEqualTo(Standing.EXPIRED);
        assertThat(cause("a")).isEqualTo("EXPIRED_UNFILLED");
    }

    @Test
    void orderIsNotFilledFromACandleItDidNotLiveThrough() {
        send("a", expiring("1.0800", TEN.plusSeconds(299)));
        send("b", expiring("1.0800", TEN.plusSeconds(300)));

        book.onBar(bar(0, "1.0820", "1.0825", "1.0795", "1.0805"));

        assertThat(standing("a")).isEqualTo(Standing.EXPIRED);
        assertThat(standing("b")).isEqualTo(Standing.FILLED);
    }

    @Test
    void cancelledOrderIsFilledNoMore() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", Protection.NONE));

        book.cancel("a", "main", order("a").terms(), new Reason("WHY", "because"), TEN.plusSeconds(1));
        book.onBar(bar(0, "1.0820", "1.0825", "1.0795", "1.0805"));

        assertThat(standing("a")).isEqualTo(Standing.CANCELLED);
        assertThat(cause("a")).isEqualTo("WHY");
        assertThat(order("a").executions()).isEmpty();
    }

    @Test
    void orderThatWasCancelledBeforeItArrivedIsNotTaken() {
        book.cancel("a", "main", market(Side.BUY, "0.40"), new Reason("INTERRUPTED", "stopped"), TEN);

        send("a", market(Side.BUY, "0.40"));

        assertThat(standing("a")).isEqualTo(Standing.CANCELLED);
        assertThat(order("a").acceptedAt()).isNull();
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    // What a candle may fill

    @Test
    void candleThatBeganBeforeTheOrderCountsWithItsCloseOnly() {
        Instant late = TEN.plusSeconds(120);
        book.submit("a", "main", limit("1.0800"), MARKET, late);

        // The low may have been before 10:02; the close was not.
        book.onBar(bar(0, "1.0830", "1.0840", "1.0790", "1.0801"));
        assertThat(standing("a")).isEqualTo(Standing.WORKING);

        PaperBook other = bookOf(PaperTerms.PLAIN);
        other.submit("a", "main", limit("1.0800"), MARKET, late);
        other.onBar(bar(0, "1.0830", "1.0840", "1.0790", "1.0799"));
        assertThat(other.order("a").orElseThrow().executions())
                .extracting(Execution::price)
                .containsExactly(new BigDecimal("1.0799"));
    }

    @Test
    void candleThatEndedBeforeTheOrderIsPassedOver() {
        book.submit("a", "main", limit("1.0800"), MARKET, TEN.plusSeconds(300));

        book.onBar(bar(0, "1.0830", "1.0840", "1.0790", "1.0795"));

        assertThat(standing("a")).isEqualTo(Standing.WORKING);
    }

    @Test
    void sameCandleIsMetOnce() {
        book = bookOf(fraction("0.5"));
        send("a", market(Side.BUY, "0.40"));

        book.onBar(bar(0, "1.0840", "1.0850", "1.0830", "1.0845"));
        book.onBar(bar(0, "1.0840", "1.0850", "1.0830", "1.0845"));

        assertThat(executions("a")).hasSize(2);
    }

    @Test
    void longerCandleOverTimeThatShorterOnesHaveToldIsPassedOver() {
        send("a", limit("1.0800"));
        book.onBar(bar(0, "1.0830", "1.0840", "1.0820", "1.0830"));

        book.onBar(new Bar(
                "EURUSD",
                TEN.minusSeconds(1800),
                TEN.plusSeconds(1800),
                new BigDecimal("1.0830"),
                new BigDecimal("1.0840"),
                new BigDecimal("1.0790"),
                new BigDecimal("1.0795")));

        assertThat(standing("a")).isEqualTo(Standing.WORKING);
    }

    // Protection

    @Test
    void stopClosesThePositionAndCancelsTheTarget() {
        sendProtected();

        book.onBar(bar(0, "1.0800", "1.0810", "1.0780", "1.0790"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(standing("a-TP1")).isEqualTo(Standing.CANCELLED);
        assertThat(cause("a-TP1")).isEqualTo("STOP_TRIGGERED");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void targetClosesThePositionAndCancelsTheStop() {
        sendProtected();

        book.onBar(bar(0, "1.0900", "1.0940", "1.0890", "1.0930"));

        assertThat(executions("a-TP1")).containsExactly(tuple("0.4", "1.0935", TEN.plusSeconds(300)));
        assertThat(standing("a-SL1")).isEqualTo(Standing.CANCELLED);
        assertThat(cause("a-SL1")).isEqualTo("TARGET_REACHED");
    }

    @Test
    void stopComesBeforeTheTargetWhenBothLieInOneCandle() {
        sendProtected();

        book.onBar(bar(0, "1.0830", "1.0950", "1.0770", "1.0900"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(order("a-TP1").executions()).isEmpty();
    }

    @Test
    void stopFillsAtTheOpenWhenThePriceGappedThrough() {
        sendProtected();

        book.onBar(bar(0, "1.0750", "1.0760", "1.0740", "1.0755"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.075", TEN.plusSeconds(300)));
    }

    @Test
    void protectionOfASellLiesTheOtherWayRound() {
        send("a", terms(Side.SELL, OrderType.MARKET, "0.40", null, protection("1.0885", "1.0735")));

        book.onBar(bar(0, "1.0840", "1.0890", "1.0830", "1.0880"));

        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0885", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void partlyFilledTargetLeavesTheRestToTheStop() {
        book = bookOf(fraction("0.5"));
        send("a", terms(Side.BUY, OrderType.MARKET, "0.02", null, protection("1.0785", "1.0935")));
        book.onBar(bar(0, "1.0835", "1.0840", "1.0830", "1.0835"));
        // Two parts of 0.01 are held, each with its own stop and target. Now one leg of 0.02 would be wrong.
        assertThat(book.position()).isEqualByComparingTo("0.02");

        book.onBar(bar(1, "1.0900", "1.0940", "1.0890", "1.0930"));

        assertThat(book.position()).isEqualByComparingTo("0");
        assertThat(List.of("a-SL1", "a-SL2"))
                .allSatisfy(leg -> assertThat(standing(leg)).isEqualTo(Standing.CANCELLED));
    }

    @Test
    void legsOfOneBracketNeverFillMoreThanThePosition() {
        sendProtected();
        PaperBook slow = new PaperBook(
                EURUSD, fraction("0.25"), new PaperState(book.position(), book.changed()), UUID::randomUUID);

        // 0.25 x 0.4 = 0.1 by the target, then the stop takes 0.1 a candle until 0.4 are closed.
        slow.onBar(bar(0, "1.0900", "1.0940", "1.0890", "1.0930"));
        slow.onBar(bar(1, "1.0800", "1.0810", "1.0780", "1.0790"));
        slow.onBar(bar(2, "1.0770", "1.0775", "1.0760", "1.0765"));
        slow.onBar(bar(3, "1.0770", "1.0775", "1.0760", "1.0765"));
        slow.onBar(bar(4, "1.0770", "1.0775", "1.0760", "1.0765"));

        assertThat(slow.order("a-TP1").orElseThrow().filled()).isEqualTo(Lots.of("0.1"));
        assertThat(slow.order("a-SL1").orElseThrow().filled()).isEqualTo(Lots.of("0.3"));
        assertThat(slow.position()).isEqualByComparingTo("0");
        assertThat(slow.order("a-SL1").orElseThrow().standing()).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void orderFilledWithinACandleMayBeStoppedOutInIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", protection("1.0785", "1.0935")));

        book.onBar(bar(0, "1.0830", "1.0840", "1.0780", "1.0790"));

        assertThat(executions("a")).containsExactly(tuple("0.4", "1.08", TEN.plusSeconds(300)));
        assertThat(executions("a-SL1")).containsExactly(tuple("0.4", "1.0785", TEN.plusSeconds(300)));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void orderFilledWithinACandleTakesNoProfitInIt() {
        send("a", terms(Side.BUY, OrderType.LIMIT, "0.40", "1.0800", protection("1.0785", "1.0835")));

        // The high may have been before the order was filled.
        book.onBar(bar(0, "1.0830", "1.0840", "1.0790", "1.0820"));
        assertThat(standing("a-TP1")).isEqualTo(Standing.WORKING);

        book.onBar(bar(1, "1.0820", "1.0836", "1.0810", "1.0830"));
        assertThat(standing("a-TP1")).isEqualTo(Standing.FILLED);
    }

    // Orders that only reduce

    @Test
    void closingOrderTakesNoMoreThanThePosition() {
        sendProtected();

        send("b", OrderTerms.close("EURUSD", Side.SELL, Lots.of("0.60")));

        assertThat(order("b").filled()).isEqualTo(Lots.of("0.4"));
        assertThat(cause("b")).isEqualTo("NOTHING_TO_REDUCE");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void closedPositionNeedsNoProtectionAnyMore() {
        sendProtected();

        send("b", OrderTerms.close("EURUSD", Side.SELL, Lots.of("0.40")));

        assertThat(standing("b")).isEqualTo(Standing.FILLED);
        assertThat(List.of("a-SL1", "a-TP1"))
                .allSatisfy(leg -> assertThat(cause(leg)).isEqualTo("NOTHING_TO_REDUCE"));
    }

    @Test
    void partlyClosedPositionIsProtectedForWhatIsLeft() {
        sendProtected();
        send("b", OrderTerms.close("EURUSD", Side.SELL, Lots.of("0.30")));

        book.onBar(bar(0, "1.0800", "1.0810", "1.0780", "1.0790"));

        assertThat(order("a-SL1").filled()).isEqualTo(Lots.of("0.1"));
        assertThat(book.position()).isEqualByComparingTo("0");
        assertThat(standing("a-SL1")).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void closingOrderWithoutAPositionIsCancelled() {
        send("b", OrderTerms.close("EURUSD", Side.SELL, Lots.of("0.40")));

        assertThat(standing("b")).isEqualTo(Standing.CANCELLED);
        assertThat(cause("b")).isEqualTo("NOTHING_TO_REDUCE");
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    @Test
    void oppositeEntryTurnsThePositionRoundAndEndsItsProtection() {
        sendProtected();

        send("b", terms(Side.SELL, OrderType.MARKET, "0.60", null, protection("1.0885", "1.0735")));

        assertThat(book.position()).isEqualByComparingTo("-0.20");
        assertThat(standing("a-SL1")).isEqualTo(Standing.CANCELLED);
        // Its stop is for 0.6 lots, and closes no more than the 0.2 there are.
        book.onBar(bar(0, "1.0880", "1.0890", "1.0870", "1.0880"));
        assertThat(order("b-SL1").filled()).isEqualTo(Lots.of("0.2"));
        assertThat(book.position()).isEqualByComparingTo("0");
    }

    private void sendProtected() {
        send("a", terms(Side.BUY, OrderType.MARKET, "0.40", null, protection("1.0785", "1.0935")));
    }

    private void send(String id, OrderTerms terms) {
        book.submit(id, "main", terms, MARKET, TEN);
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

    private static OrderTerms market(Side side, String lots) {
        return terms(side, OrderType.MARKET, lots, null, Protection.NONE);
    }

    private static OrderTerms limit(String price) {
        return terms(Side.BUY, OrderType.LIMIT, "0.40", price, Protection.NONE);
    }

    private static OrderTerms expiring(String limit, Instant end) {
        return new OrderTerms(
                "EURUSD",
                Side.BUY,
                OrderType.LIMIT,
                Lots.of("0.40"),
                new BigDecimal(limit),
                end,
                false,
                Protection.NONE);
    }

    private static OrderTerms terms(
            Side side, OrderType type, String lots, @Nullable String price, Protection protection) {
        return new OrderTerms(
                "EURUSD",
                side,
                type,
                Lots.of(lots),
                price == null ? null : new BigDecimal(price),
                null,
                false,
                protection);
    }

    private static Protection protection(String stop, String target) {
        return new Protection(new BigDecimal(stop), new BigDecimal(target));
    }

    /** The five-minute candle with this number, counted from 10:00. */
    private static Bar bar(int number, String open, String high, String low, String close) {
        Instant opens = TEN.plusSeconds(300L * number);
        return new Bar(
                "EURUSD",
                opens,
                opens.plusSeconds(300),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close));
    }

    private PaperOrder order(String id) {
        return book.order(id).orElseThrow();
    }

    private Standing standing(String id) {
        return order(id).standing();
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
