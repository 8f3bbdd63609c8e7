package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stops and targets that come with an order, and what becomes of them as their position does. */
class PaperBookProtectionTest extends PaperBookCase {

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
        PaperBook slow =
                new PaperBook(EURUSD, fraction("0.25"), new PaperState(book.held(), book.changed()), UUID::randomUUID);

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
}
