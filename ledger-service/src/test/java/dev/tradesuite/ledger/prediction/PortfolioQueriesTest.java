package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static dev.tradesuite.ledger.prediction.Wanted.batch;
import static dev.tradesuite.ledger.prediction.Wanted.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.test.FixedClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortfolioQueriesTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final PortfolioQueries queries = new PortfolioQueries(books, books, books);

    @Test
    void portfolioWithoutRecordsAnswersWithNone() {
        books.open("1000", NOW);

        assertThat(queries.get(1).books().funds().cash()).isEqualByComparingTo("1000");
        assertThat(queries.positions(1, null, 10)).isEmpty();
        assertThat(queries.trades(1, 10)).isEmpty();
        assertThat(queries.snapshots(1, 10)).isEmpty();
        assertThat(queries.changes(1, 10)).isEmpty();
    }

    @Test
    void everyQuestionAboutAnUnknownPortfolioIsRefused() {
        for (Runnable question : List.<Runnable>of(
                () -> queries.get(7),
                () -> queries.positions(7, null, 10),
                () -> queries.trades(7, 10),
                () -> queries.snapshots(7, 10),
                () -> queries.changes(7, 10))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(question::run)
                    .withMessage("there is no portfolio 7")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.UNKNOWN_PORTFOLIO));
        }
    }

    @Test
    void orderIsFoundWithItsPortfolioOnly() {
        books.open("1000", NOW);
        FenceGuard fences = new FenceGuard(books, books, books);
        new PortfolioCycleService(books, books, fences, books, books, clock).begin(new FencedRun(1, CYCLE, 1));
        new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock)
                .place(new FencedRun(1, CYCLE, 1), batch(buy("m", "0.50", "100")));
        UUID id = books.orders.keySet().iterator().next();

        assertThat(queries.order(1, id)).map(OutcomeOrder::id).contains(id);
        assertThat(queries.order(2, id)).isEmpty();
        assertThat(queries.order(1, UUID.randomUUID())).isEmpty();
        assertThat(queries.trades(1, 10)).hasSize(1);
        assertThat(queries.positions(1, null, 10)).hasSize(1);
    }
}
