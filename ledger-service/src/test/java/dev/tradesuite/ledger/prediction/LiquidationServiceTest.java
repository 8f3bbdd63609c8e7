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
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.LiquidationService.Liquidation;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Batch;
import dev.tradesuite.support.store.UnitOfWork;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio of 1,000 USD whose bids may be an hour old. */
class LiquidationServiceTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(books, books, books);
    private final PortfolioCycleService cycles = new PortfolioCycleService(books, books, fences, books, books, clock);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock);
    private final PortfolioService portfolios = new PortfolioService(books, books, books, books, Map::toString, clock);
    private final LiquidationService liquidations = liquidations(books);
    private final FencedRun run = new FencedRun(1, CYCLE, 3);

    private LiquidationService liquidations(UnitOfWork work) {
        return new LiquidationService(
                portfolios,
                new PortfolioQueries(books, books, books),
                cycles,
                orders,
                books,
                work,
                books,
                (sales, facts) -> "%d left, %d orders, %s"
                        .formatted(
                                sales.left().size(),
                                facts.orders().size(),
                                facts.snapshot().cash()),
                Duration.ofHours(1),
                clock);
    }

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
                .isThrownBy(() -> liquidations.archive(1, false, "ann", null))
                .withMessage("portfolio 1 holds 1 positions: archive it with liquidate true, or wait until they are"
                        + " settled")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.HOLDS_POSITIONS));
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.ACTIVE);
    }

    @Test
    void archivingLiquidatesWhenThatIsWanted() {
        orders.place(run, batch(buy("m", "0.50", "100")));

        ManagedPortfolio archived = liquidations.archive(1, true, "ann", null);

        assertThat(archived.status()).isEqualTo(PortfolioStatus.ARCHIVED);
        assertThat(archived.books().funds().cash()).isEqualByComparingTo("998");
        assertThat(liquidations.archive(1, true, "ann", null).status()).isEqualTo(PortfolioStatus.ARCHIVED);
    }

    @Test
    void portfolioWhoseLastPositionCannotBeSoldIsPausedAndNotArchived() {
        orders.place(run, batch(withoutBid("m", "0.50", "100")));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.archive(1, true, "ann", null))
                .withMessageContaining("market m, NO_BID");
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.PAUSED);
    }

    /** The state is risk-service's: it denies every order of the account, sales included. */
    @Test
    void haltedPortfolioSellsNothingAndIsPaused() {
        orders.place(run, batch(buy("m", "0.50", "100"), buy("n", "0.50", "100")));
        halt("m", "n");
        int sold = books.trades.size();

        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(liquidation.orders())
                .extracting(
                        OutcomeOrder::status,
                        order -> order.reasons().getFirst().code())
                .containsOnly(tuple(Status.DENIED, "TRADING_HALTED"));
        assertThat(books.trades).hasSize(sold);
        assertThat(books.only().status()).isEqualTo(PortfolioStatus.PAUSED);
        assertThat(books.only().books().positions()).hasSize(2);
        assertThat(books.changes).extracting(change -> change.what().name()).doesNotContain("LIQUIDATED");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.archive(1, true, "ann", null))
                .withMessageContaining("market m, TRADING_HALTED")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.HOLDS_POSITIONS));

        books.verdicts.clear();
        assertThat(liquidations.archive(1, true, "ann", null).status()).isEqualTo(PortfolioStatus.ARCHIVED);
    }

    /** Halted while it sells: the first of two sales has leave, and the second has not. */
    @Test
    void whatIsHaltedMeanwhileStays() {
        orders.place(run, batch(buy("m", "0.50", "100"), buy("n", "0.50", "100")));
        halt("n");

        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(liquidation.orders())
                .extracting(order -> order.terms().market().marketId(), OutcomeOrder::status)
                .containsExactlyInAnyOrder(tuple("m", Status.FILLED), tuple("n", Status.DENIED));
        assertThat(books.only().books().positions())
                .extracting(position -> position.market().marketId())
                .containsExactly("n");
    }

    private void halt(String... markets) {
        for (String market : markets) {
            books.verdicts.put(
                    market, new RiskGate.Verdict.Denied(List.of(new Reason("TRADING_HALTED", "a person said so"))));
        }
    }

    @Test
    void leavesASnapshotAndAReportLikeAnyCycle() {
        orders.place(run, batch(buy("m", "0.50", "100"), withoutBid("n", "0.50", "100")));

        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(cycles.report(1, Objects.requireNonNull(liquidation.cycleId())))
                .contains("1 left, 1 orders, 898.00");
        assertThat(books.snapshots(1, 1)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.cash()).isEqualByComparingTo("898");
            assertThat(snapshot.openPositions()).isEqualTo(1);
        });
        assertThat(books.told).endsWith("snapshot 2026-03-04");
    }

    @Test
    void liquidationOfNothingIsNoCycle() {
        Liquidation liquidation = liquidations.liquidate(1, "ann");

        assertThat(liquidation.cycleId()).isNull();
        assertThat(books.snapshots).isEmpty();
        assertThat(books.cycles).containsOnlyKeys(CYCLE);
    }

    @Test
    void cycleThatTakesOverAfterTheSalesTakesTheSnapshot() {
        orders.place(run, batch(buy("m", "0.50", "100")));
        FencedRun next = new FencedRun(1, new UUID(9, 9), 4);
        UnitOfWork overtaken = new UnitOfWork() {
            @Override
            public <T> T durable(Supplier<T> work) {
                T done = work.get();
                cycles.begin(next);
                return done;
            }

            @Override
            public <T> T relaxed(Supplier<T> work) {
                return work.get();
            }
        };

        Liquidation liquidation = liquidations(overtaken).liquidate(1, "ann");

        assertThat(liquidation.orders()).extracting(OutcomeOrder::status).containsExactly(Status.FILLED);
        assertThat(books.snapshots).isEmpty();
        cycles.complete(next, RunLabel.PAPER, _ -> "{}");
        assertThat(books.snapshots(1, 1)).singleElement().satisfies(snapshot -> assertThat(snapshot.cash())
                .isEqualByComparingTo("998"));
    }

    /** It was paused with all others; liquidated, it is not resumed with them, or it would buy again. */
    @Test
    void liquidatedPortfolioIsNotResumedWithAllOthers() {
        orders.place(run, batch(buy("m", "0.50", "100")));
        PauseAllService all = new PauseAllService(books, portfolios);
        all.pauseAll("ann");

        liquidations.liquidate(1, "ann");
        all.resumeAll("ann");

        assertThat(books.only().status()).isEqualTo(PortfolioStatus.PAUSED);
    }

    @Test
    void bidIsSoldAtForAnHourAndThenTheRefusalSaysHowANewOneComes() {
        orders.place(run, batch(buy("m", "0.50", "100")));
        clock.advance(Duration.ofHours(1).plusMillis(1));

        assertThat(liquidations.liquidate(1, "ann").left()).singleElement().satisfies(left -> assertThat(
                        left.reason().message())
                .contains("of 2026-03-04T10:00:00Z", "60 min", "run-portfolio-cycle?portfolio_id=1"));

        clock.advance(Duration.ofMillis(-1));
        assertThat(liquidations.liquidate(1, "ann").left()).isEmpty();
    }

    @Test
    void archivedPortfolioIsNotLiquidated() {
        portfolios.archive(1, "ann", null);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> liquidations.liquidate(1, "ann"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.ARCHIVED));
    }
}
