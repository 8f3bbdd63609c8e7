package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.PortfolioService.Change;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PortfolioServiceTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final PortfolioService portfolios = new PortfolioService(books, books, books, books, Map::toString, clock);

    private ManagedPortfolio opened() {
        return portfolios.open(
                "momentum",
                new BigDecimal("1000"),
                new PortfolioSetup("Favourites", Map.of("trade_amount", 50), true, "PT15M"),
                "ann");
    }

    @Test
    void opensWithItsCashAndTellsIt() {
        ManagedPortfolio opened = opened();

        assertThat(opened.id()).isEqualTo(1);
        assertThat(opened.books().funds().cash()).isEqualByComparingTo("1000");
        assertThat(opened.sequence()).isEqualTo(1);
        assertThat(opened.status()).isEqualTo(PortfolioStatus.ACTIVE);
        assertThat(books.told).containsExactly("changed", "valued 1");
        assertThat(books.changes)
                .extracting(SetupChange::who, change -> change.what().name(), SetupChange::after)
                .containsExactly(tuple("ann", "CREATED", "Favourites"));
    }

    @Test
    void recordsEachChangeWithWhatWasBefore() {
        opened();
        clock.advance(Duration.ofMinutes(1));

        ManagedPortfolio changed = portfolios.change(
                1, new Change("Underdogs", new Change.Config(Map.of("trade_amount", 25), false), "PT5M"), "bob");

        assertThat(changed.setup())
                .isEqualTo(new PortfolioSetup("Underdogs", Map.of("trade_amount", 25), false, "PT5M"));
        assertThat(changed.sequence()).isEqualTo(4);
        assertThat(books.changes.subList(1, 4))
                .extracting(change -> change.what().name(), SetupChange::before, SetupChange::after)
                .containsExactly(
                        tuple("RENAMED", "Favourites", "Underdogs"),
                        tuple("CONFIGURED", "{trade_amount=50}", "{trade_amount=25}"),
                        tuple("SCHEDULED", "PT15M", "PT5M"));
        assertThat(books.changes).extracting(SetupChange::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void changeToWhatIsAlreadySoIsNone() {
        opened();
        books.told.clear();

        ManagedPortfolio same = portfolios.change(
                1, new Change("Favourites", new Change.Config(Map.of("trade_amount", 50), true), "PT15M"), "bob");

        assertThat(same.sequence()).isEqualTo(1);
        assertThat(books.changes).hasSize(1);
        assertThat(books.told).isEmpty();
    }

    @Test
    void pausesResumesAndArchivesOnceHoweverOftenItIsAsked() {
        opened();

        assertThat(portfolios.pause(1, "ann", null).status()).isEqualTo(PortfolioStatus.PAUSED);
        assertThat(portfolios.pause(1, "ann", null).sequence()).isEqualTo(2);
        assertThat(portfolios.resume(1, "ann", null).status()).isEqualTo(PortfolioStatus.ACTIVE);
        assertThat(portfolios.archive(1, "ann", null).status()).isEqualTo(PortfolioStatus.ARCHIVED);
        assertThat(portfolios.archive(1, "ann", null).sequence()).isEqualTo(4);
        assertThat(books.changes)
                .extracting(change -> change.what().name())
                .containsExactly("CREATED", "PAUSED", "RESUMED", "ARCHIVED");
    }

    @Test
    void keepsWhoChangedTheStatusAndWhy() {
        opened();
        assertThat(books.only().decision()).isNull();

        portfolios.pause(1, "ann", "The venue is down.");
        portfolios.pause(1, "bob", "Again.");
        portfolios.change(1, new Change("Underdogs", null, null), "bob");

        StatusDecision paused = new StatusDecision("ann", "The venue is down.", NOW);
        assertThat(books.only().decision()).isEqualTo(paused);
        assertThat(portfolios.resume(1, "bob", null).decision()).isEqualTo(new StatusDecision("bob", null, NOW));
        assertThat(books.changes)
                .extracting(SetupChange::who, SetupChange::reason)
                .containsExactly(
                        tuple("ann", null), tuple("ann", "The venue is down."), tuple("bob", null), tuple("bob", null));
    }

    @Test
    void archivedPortfolioStaysAsItIs() {
        opened();
        portfolios.archive(1, "ann", null);

        for (Runnable change : new Runnable[] {
            () -> portfolios.resume(1, "ann", null),
            () -> portfolios.pause(1, "ann", null),
            () -> portfolios.change(1, new Change("Again", null, null), "ann")
        }) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(change::run)
                    .withMessage("portfolio 1 is archived: it can be read and nothing else")
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.ARCHIVED));
        }
    }

    @Test
    void nameIsGivenOnceWhateverTheCaseOfItsLetters() {
        opened();
        books.open("Underdogs", "1000", NOW);

        assertRefused(
                Kind.NAME_TAKEN,
                () -> portfolios.open(
                        "momentum", BigDecimal.TEN, new PortfolioSetup("FAVOURITES", Map.of(), true, "PT15M"), "ann"));
        assertRefused(Kind.NAME_TAKEN, () -> portfolios.change(2, new Change("Favourites", null, null), "ann"));
        assertThat(portfolios
                        .change(1, new Change("favourites", null, null), "ann")
                        .setup()
                        .name())
                .isEqualTo("favourites");

        portfolios.archive(1, "ann", null);
        assertThat(portfolios
                        .change(2, new Change("Favourites", null, null), "ann")
                        .setup()
                        .name())
                .isEqualTo("Favourites");
    }

    @Test
    void whoeverWaitsIsToldInTheTransactionThatOpens() {
        List<Long> told = new ArrayList<>();

        portfolios.open(
                "momentum",
                BigDecimal.TEN,
                new PortfolioSetup("Favourites", Map.of(), true, "PT15M"),
                "ann",
                opened -> told.add(opened.id() * 10 + books.transactions));

        assertThat(told).containsExactly(11L);
        assertThat(books.transactions).isEqualTo(1);
    }

    @Test
    void portfolioThatNeverTradedIsDeletedAndToldToBeArchived() {
        opened();
        books.told.clear();

        portfolios.delete(1, "ann");

        assertThat(books.portfolios).isEmpty();
        assertThat(books.told).containsExactly("changed");
        assertRefused(Kind.UNKNOWN_PORTFOLIO, () -> portfolios.delete(1, "ann"));
    }

    @Test
    void unknownPortfolioIsRefused() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> portfolios.pause(7, "ann", null))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.UNKNOWN_PORTFOLIO));
    }

    private static void assertRefused(Kind kind, ThrowingCallable work) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(work).satisfies(e -> assertThat(e.kind())
                .isEqualTo(kind));
    }
}
