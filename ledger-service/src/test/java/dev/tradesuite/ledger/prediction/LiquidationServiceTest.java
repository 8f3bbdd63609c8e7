package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static dev.tradesuite.ledger.prediction.Wanted.batch;
import static dev.tradesuite.ledger.prediction.Wanted.bid;
import static dev.tradesuite.ledger.prediction.Wanted.buy;
import static dev.tradesuite.ledger.prediction.Wanted.withFee;
import static dev.tradesuite.ledger.prediction.Wanted.withoutBid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.prediction.LiquidationService.Liquidation;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Batch;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio of 1,000 USD whose bids may be an hour old. */
class LiquidationServiceTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(books, books);
    private final PortfolioCycleService cycles = new PortfolioCycleService(books, books, fences, books, books, clock);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock);
    private final PortfolioService portfolios = new PortfolioService(books, books, books, books, Map::toString, clock);
    private final LiquidationService liquidations = new LiquidationService(
            portfolios,
            new PortfolioQueries(books, books, books),
            cycles,
            orders,
            books,
            books,
            books,
            Duration.ofHours(1),
            clock);
    private final FencedRun run = new FencedRun(1, CYCLE, 3);

    @BeforeEach
    void begin() {
        books.open("1000", NOW);
        cycles.begin(run);
    }

    /** 200 shares at 0.50, bid 0.49: 98 USD. */
    @Test
    void sellsEverythingAtTheNewestBidsAndPauses() {
        orders.place(run, batch(buy("m", "0.50", "100"), buy("n", "0.50", "100")));
        clock.advance(Duration.ofMinutes(30));
        orders.place(run, Batch.of(List.of(bid("n", "0.60", NOW.plusSeconds(60)))));

        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(liquidation.orders()).extracting(OutcomeOrder::status).containsOnly(Status.FILLED);
        assertThat(liquidation.left()).isEmpty();
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.PAUSED);
        assertThat(books.only().books().positions()).isEmpty();
        assertThat(books.trades)
                .filteredOn(trade -> trade.kind() == MarketTrade.Kind.SELL)
                .extracting(trade -> trade.figures().price().toPlainString())
                .containsExactlyInAnyOrder("0.49", "0.60");
        assertThat(books.changes)
                .extracting(change -> change.what().name(), SetupChange::before, SetupChange::after)
                .contains(tuple("LIQUIDATED", "2 positions", "0 positions"));
    }

    @Test
    void whatHasNoBidOrTooOldAOneStays() {
        orders.place(run, batch(withoutBid("m", "0.50", "100"), buy("n", "0.50", "100")));
        clock.advance(Duration.ofHours(1).plusSeconds(1));

        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(liquidation.orders()).isEmpty();
        assertThat(liquidation.left())
                .extracting(left -> left.position().market().marketId(), left -> left.reason()
                        .code())
                .containsExactly(tuple("m", "NO_BID"), tuple("n", "MARK_TOO_OLD"));
        assertThat(books.only().books().positions()).hasSize(2);
    }

    /** Bought with 1.505 % at 0.785; at a bid of 0.57 the fee has grown to 1.505 x 0.43 / 0.215 = 3.01 %. */
    @Test
    void feeOfTheSaleFollowsFromThatOfThePurchase() {
        orders.place(run, batch(withFee(buy("m", "0.785", "100"), "1.505")));
        clock.advance(Duration.ofMinutes(1));
        orders.place(run, Batch.of(List.of(bid("m", "0.57", NOW.plusSeconds(1)))));

        liquidations.liquidate(1, "ann");

        // 127.388535 x 0.57 = 72.61146495; 3.01 % of it is 2.185605094995, rounded up
        OutcomeTrade sale = books.trades.getLast();
        assertThat(sale.figures().costs()).isEqualByComparingTo("2.18560510");
        assertThat(sale.figures().cashChange()).isEqualByComparingTo("70.42585985");
    }

    @Test
    void portfolioThatHoldsSomethingIsNotArchived() {
        orders.place(run, batch(buy("m", "0.50", "100")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.archive(1, false, "ann"))
                .withMessage("portfolio 1 holds 1 positions: archive it with liquidate true, or wait until they are"
                        + " settled")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.HOLDS_POSITIONS));
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.ACTIVE);
    }

    @Test
    void archivingLiquidatesWhenThatIsWanted() {
        orders.place(run, batch(buy("m", "0.50", "100")));

        ManagedPortfolio archived = liquidations.archive(1, true, "ann");

        assertThat(archived.status()).isEqualTo(PortfolioStatus.ARCHIVED);
        assertThat(archived.books().funds().cash()).isEqualByComparingTo("998");
        assertThat(liquidations.archive(1, true, "ann").status()).isEqualTo(PortfolioStatus.ARCHIVED);
    }

    @Test
    void portfolioWhoseLastPositionCannotBeSoldIsPausedAndNotArchived() {
        orders.place(run, batch(withoutBid("m", "0.50", "100")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.archive(1, true, "ann"))
                .withMessageContaining("market m, NO_BID");
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.PAUSED);
    }

    @Test
    void archivedPortfolioIsNotLiquidated() {
        portfolios.archive(1, "ann");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.liquidate(1, "ann"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.ARCHIVED));
    }
}
