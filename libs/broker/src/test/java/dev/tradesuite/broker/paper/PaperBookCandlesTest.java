package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.Protection;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which candles fill an order, and stops that follow them. */
class PaperBookCandlesTest extends PaperBookCase {

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
}
