package dev.tradesuite.accounting.prediction;

import static dev.tradesuite.accounting.prediction.TestTerms.CYCLE;
import static dev.tradesuite.accounting.prediction.TestTerms.NOW;
import static dev.tradesuite.accounting.prediction.TestTerms.buy;
import static dev.tradesuite.accounting.prediction.TestTerms.sell;
import static dev.tradesuite.accounting.prediction.TestTerms.won;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.prediction.RunningBooks.Entry;
import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One batch after the other on a portfolio of 1,000 USD. */
class RunningBooksTest {

    private final AtomicLong ids = new AtomicLong();
    private final RunningBooks books = running(Portfolio.opened(1, new BigDecimal("1000"), NOW));

    @Test
    void whatWasFilledBeforeIsSpent() {
        assertThat(fill(buy("a", "0.50", "600"))).isEmpty();
        assertThat(codes(fill(buy("b", "0.50", "600")))).containsExactly("INSUFFICIENT_CASH");
        assertThat(fill(buy("c", "0.50", "400"))).isEmpty();

        assertThat(books.booking().portfolio().funds().cash()).isZero();
        assertThat(books.booking().portfolio().sequence()).isEqualTo(2);
    }

    @Test
    void groupIsFilledAsAWholeOrNotAtAll() {
        // 600 and 600 are more than 1,000, each alone is not.
        assertThat(codes(fill(buy("a", "0.50", "600"), buy("b", "0.50", "600"))))
                .containsExactly("INSUFFICIENT_CASH");
        assertThat(books.booking().isEmpty()).isTrue();

        assertThat(fill(buy("a", "0.50", "600"), buy("b", "0.50", "400"))).isEmpty();
        assertThat(books.booking().changed()).hasSize(2);
    }

    @Test
    void saleFreesCashAndTheMarketForAPurchase() {
        fill(buy("a", "0.50", "1000"));
        RunningBooks later = running(books.booking().portfolio());

        // 2,000 shares at 0.40 are 800.
        later.fill(List.of(entry(sell("a", "0.40", "0"))));
        later.fill(List.of(entry(buy("a", "0.50", "800"))));

        PortfolioBooking booking = later.booking();
        assertThat(booking.portfolio().funds().cash()).isZero();
        assertThat(booking.changed())
                .extracting(position -> position.status().name())
                .containsExactly("SOLD", "OPEN");
        assertThat(booking.trades()).hasSize(2);
    }

    @Test
    void settlementPaysForAPurchase() {
        fill(buy("a", "0.50", "1000"));
        RunningBooks later = running(books.booking().portfolio());

        later.mark(List.of(won("a", "Yes", NOW.plusSeconds(1))));

        assertThat(later.fill(List.of(entry(buy("b", "0.50", "2000"))))).isEmpty();
    }

    @Test
    void setsStandWhereTheirFirstLegStands() {
        assertThat(OrderSets.of(List.of("a1", "b", "a2", "c"), leg -> leg.startsWith("a") ? "a" : null))
                .containsExactly(List.of("a1", "a2"), List.of("b"), List.of("c"));
    }

    private RunningBooks running(Portfolio portfolio) {
        return new RunningBooks(portfolio, CYCLE, this::nextId, NOW);
    }

    private Map<UUID, Reason> fill(OutcomeTerms... orders) {
        return books.fill(List.of(orders).stream().map(this::entry).toList());
    }

    private Entry entry(OutcomeTerms terms) {
        return new Entry(nextId(), terms);
    }

    private UUID nextId() {
        return new UUID(0, ids.incrementAndGet());
    }

    private static List<String> codes(Map<UUID, Reason> denials) {
        return denials.values().stream().map(Reason::code).toList();
    }
}
