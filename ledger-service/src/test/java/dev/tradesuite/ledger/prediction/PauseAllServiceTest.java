package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.ledger.ChangedPortfolios.Outcome;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.PauseAllService.Result;
import dev.tradesuite.test.FixedClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Portfolios 1 and 2 buy, 3 was paused by somebody, 4 is archived. */
class PauseAllServiceTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final PortfolioService portfolios =
            new PortfolioService(books, books, books, books, Map::toString, FixedClock.at(NOW.toString()));
    private final PauseAllService all = new PauseAllService(books, portfolios);

    @BeforeEach
    void open() {
        for (String name : List.of("A", "B", "C", "D")) {
            books.open(name, "1000", NOW);
        }
        portfolios.pause(3, "ann", null);
        portfolios.archive(4, "ann", null);
    }

    @Test
    void pausesAllThatBuyAndSaysWhatHappenedToEach() {
        List<Result> results = all.pauseAll("bob");

        assertThat(results)
                .extracting(result -> result.portfolio().id(), Result::outcome, result -> result.portfolio()
                        .status())
                .containsExactly(
                        tuple(1L, Outcome.PAUSED, PortfolioStatus.PAUSED),
                        tuple(2L, Outcome.PAUSED, PortfolioStatus.PAUSED),
                        tuple(3L, Outcome.UNCHANGED, PortfolioStatus.PAUSED));
        assertThat(results.getLast().reason()).contains("paused already");
        assertThat(statuses()).containsExactly("PAUSED", "PAUSED", "PAUSED", "ARCHIVED");
        assertThat(books.changes.getLast().who()).isEqualTo("bob");
        assertThat(books.changes.getLast().what().name()).isEqualTo("PAUSED_WITH_ALL");
    }

    @Test
    void resumesThoseItPausedAndLeavesWhatSomebodyPaused() {
        all.pauseAll("bob");

        List<Result> results = all.resumeAll("bob");

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Outcome.RESUMED, Outcome.RESUMED, Outcome.UNCHANGED);
        assertThat(results.getLast().reason()).contains("POST /portfolios/3/resume");
        assertThat(statuses()).containsExactly("ACTIVE", "ACTIVE", "PAUSED", "ARCHIVED");
    }

    @Test
    void whatSomebodyPausesOrResumesMeanwhileCounts() {
        all.pauseAll("bob");
        portfolios.pause(1, "ann", null);
        portfolios.resume(2, "ann", null);
        portfolios.pause(2, "ann", null);
        portfolios.resume(3, "ann", null);

        assertThat(all.resumeAll("bob"))
                .extracting(Result::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);

        assertThat(statuses()).containsExactly("PAUSED", "PAUSED", "ACTIVE", "ARCHIVED");
    }

    @Test
    void repeatingItChangesNothing() {
        all.pauseAll("bob");
        int changes = books.changes.size();

        assertThat(all.pauseAll("bob")).extracting(Result::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(books.changes).hasSize(changes);

        all.resumeAll("bob");
        assertThat(all.resumeAll("bob")).extracting(Result::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(statuses()).containsExactly("ACTIVE", "ACTIVE", "PAUSED", "ARCHIVED");
    }

    @Test
    void oneThatCannotBeChangedKeepsNoneOfTheOthersFromIt() {
        books.broken.add(1L);

        List<Result> results = all.pauseAll("bob");

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PAUSED, Outcome.UNCHANGED);
        assertThat(results.getFirst().portfolio().status()).isEqualTo(PortfolioStatus.ACTIVE);
        assertThat(statuses()).containsExactly("ACTIVE", "PAUSED", "PAUSED", "ARCHIVED");
    }

    private List<String> statuses() {
        return books.portfolios.values().stream()
                .map(portfolio -> portfolio.status().name())
                .toList();
    }
}
