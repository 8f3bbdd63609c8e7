package dev.tradesuite.broker.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders and protection that take the place of others. */
class PaperBookReplacingTest extends PaperBookCase {

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
}
