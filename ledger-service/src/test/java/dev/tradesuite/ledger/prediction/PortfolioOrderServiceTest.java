package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.CYCLE;
import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static dev.tradesuite.ledger.prediction.Wanted.batch;
import static dev.tradesuite.ledger.prediction.Wanted.bid;
import static dev.tradesuite.ledger.prediction.Wanted.buy;
import static dev.tradesuite.ledger.prediction.Wanted.leg;
import static dev.tradesuite.ledger.prediction.Wanted.sell;
import static dev.tradesuite.ledger.prediction.Wanted.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Batch;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Result;
import dev.tradesuite.ledger.prediction.RefusedException.Kind;
import dev.tradesuite.ledger.prediction.RiskGate.Verdict;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of a cycle on books kept in memory: 1,000 USD, and risk-service reserves everything. */
class PortfolioOrderServiceTest {

    private static final Verdict HALTED = new Verdict.Denied(List.of(new Reason("TRADING_HALTED", "everything rests")));

    private final InMemoryBooks books = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(books, books, books);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, books, books, books, books, books, books, books, clock);
    private final PortfolioCycleService cycles = new PortfolioCycleService(books, books, fences, books, books, clock);
    private final FencedRun run = new FencedRun(1, CYCLE, 7);

    @BeforeEach
    void begin() {
        books.open("1000", NOW);
        cycles.begin(run);
        books.transactions = 0;
    }

    @Test
    void riskIsAskedOnceForAllAndAllAreBookedTogether() {
        Result result = place(buy("a", "0.50", "100"), buy("b", "0.40", "100"), buy("c", "0.25", "100"));

        assertThat(statuses(result)).containsExactly(Status.FILLED, Status.FILLED, Status.FILLED);
        assertThat(books.told).containsExactly("asked for a, b, c", "traded BUY, BUY, BUY", "filled a, b, c");
        assertThat(books.cash()).isEqualByComparingTo("700");
        assertThat(books.positions).hasSize(3);
        assertThat(books.transactions).isEqualTo(2);
        // One change of the books, whatever it consists of.
        assertThat(result.portfolio().sequence()).isEqualTo(2);
        assertThat(result.portfolio()).isEqualTo(books.only());
    }

    @Test
    void pricesSettleFirstAndSalesFreeTheCashThatBuys() {
        place(buy("held", "0.50", "500"), buy("won", "0.50", "500"));
        books.told.clear();
        clock.advance(Duration.ofMinutes(1));

        // 1,000 shares of what is won pay 1,000; 1,000 shares of what is held are sold at 0.60.
        Result result = place(batch(
                List.of(won("won", "Yes", clock.instant()), bid("held", "0.55", clock.instant())),
                buy("new", "0.50", "1600"),
                sell("held", "0.60")));

        assertThat(statuses(result)).containsExactly(Status.FILLED, Status.FILLED);
        assertThat(result.settlements())
                .singleElement()
                .satisfies(trade -> assertThat(trade.figures().cashChange()).isEqualByComparingTo("1000"));
        assertThat(books.cash()).isZero();
        assertThat(books.told)
                .containsExactly(
                        "asked for held",
                        "traded SETTLEMENT, SELL",
                        "valued 3",
                        "asked for new",
                        "traded BUY",
                        "filled new");
    }

    @Test
    void withoutABuyRiskIsAskedForLeaveToSellAloneAndOneTransactionDoesIt() {
        place(buy("held", "0.50", "500"));
        books.told.clear();
        books.transactions = 0;

        Result result = place(batch(List.of(bid("held", "0.55", NOW.plusSeconds(1))), sell("held", "0.60")));

        assertThat(statuses(result)).containsExactly(Status.FILLED);
        assertThat(books.told).containsExactly("asked for held", "traded SELL", "valued 3");
        assertThat(books.transactions).isEqualTo(1);
    }

    @Test
    void haltKeepsWhatIsHeldButSettlesWhatIsResolved() {
        place(buy("held", "0.50", "200"), buy("won", "0.50", "200"));
        books.verdicts.put("held", HALTED);
        clock.advance(Duration.ofMinutes(1));

        Result result = place(batch(List.of(won("won", "Yes", clock.instant())), sell("held", "0.60")));

        assertThat(codes(result, "held")).containsExactly("TRADING_HALTED");
        // 600 are left, and 400 shares of what is won pay 400.
        assertThat(books.cash()).isEqualByComparingTo("1000");
        assertThat(result.settlements()).hasSize(1);
    }

    @Test
    void silenceOfRiskKeepsNobodyFromSelling() {
        place(buy("held", "0.50", "500"));
        books.verdicts.put("held", new Verdict.Unsure("no answer in time"));

        Result result = place(batch(List.of(), sell("held", "0.60")));

        assertThat(statuses(result)).containsExactly(Status.FILLED);
        assertThat(books.cash()).isEqualByComparingTo("1100");
    }

    @Test
    void eachOrderHasAResultOfItsOwn() {
        books.verdicts.put("b", HALTED);

        Result result =
                place(buy("a", "0.50", "100"), buy("b", "0.50", "100"), buy("c", "0.50", "850"), sell("none", "0.50"));

        // After 200 for a and b there are 800 left.
        assertThat(codes(result, "c")).containsExactly("INSUFFICIENT_CASH");
        assertThat(codes(result, "b")).containsExactly("TRADING_HALTED");
        assertThat(codes(result, "none")).containsExactly("NO_POSITION");
        assertThat(order(result, "a").status()).isEqualTo(Status.FILLED);
        assertThat(books.told).containsExactly("asked for a, b", "traded BUY", "filled a");
        assertThat(books.cash()).isEqualByComparingTo("900");
    }

    @Test
    void withoutAnAnswerOfRiskNothingIsBoughtAndWhatMayBeHeldIsGivenBack() {
        books.verdicts.put("m", new Verdict.Unsure("no answer in time"));

        Result result = place(buy("m", "0.50", "100"));

        assertThat(codes(result, "m")).containsExactly("RISK_UNAVAILABLE");
        assertThat(books.told).containsExactly("asked for m", "closed m RISK_UNAVAILABLE");
    }

    @Test
    void legsOfASetAreFilledTogether() {
        Result result = place(leg("s", "a", "0.50", "100"), buy("x", "0.50", "100"), leg("s", "b", "0.40", "80"));

        assertThat(statuses(result)).containsExactly(Status.FILLED, Status.FILLED, Status.FILLED);
        assertThat(books.cash()).isEqualByComparingTo("720");
    }

    @Test
    void legThatTheBooksDenyDeniesTheSetBeforeRiskIsAsked() {
        Result result = place(leg("s", "a", "0.50", "600"), leg("s", "b", "0.50", "600"), buy("c", "0.50", "600"));

        assertThat(codes(result, "a")).containsExactly("SET_NOT_FILLED");
        assertThat(codes(result, "b")).containsExactly("INSUFFICIENT_CASH");
        // What the set would have cost is free again.
        assertThat(order(result, "c").status()).isEqualTo(Status.FILLED);
        assertThat(books.told).containsExactly("asked for c", "traded BUY", "filled c");
    }

    @Test
    void legThatRiskDeniesDeniesTheSetAndWhatIsHeldForTheOthersIsGivenBack() {
        books.verdicts.put("b", HALTED);

        Result result = place(leg("s", "a", "0.50", "100"), leg("s", "b", "0.50", "100"), buy("c", "0.50", "100"));

        assertThat(codes(result, "a")).containsExactly("SET_NOT_FILLED");
        assertThat(order(result, "a").reasons().getFirst().message()).contains("market b", "TRADING_HALTED");
        assertThat(codes(result, "b")).containsExactly("TRADING_HALTED");
        assertThat(books.told)
                .containsExactly("asked for a, b, c", "closed a SET_NOT_FILLED", "traded BUY", "filled c");
        assertThat(books.cash()).isEqualByComparingTo("900");
    }

    @Test
    void legThatIsNoOrderDeniesTheSet() {
        Result result = place(new Batch(
                List.of(), List.of(leg("s", "a", "0.50", "100"), buy("c", "0.50", "100")), Map.of("s", "no price")));

        assertThat(codes(result, "a")).containsExactly("SET_NOT_FILLED");
        assertThat(order(result, "c").status()).isEqualTo(Status.FILLED);
    }

    @Test
    void setWhoseLegWasCancelledMeanwhileIsNotFilledWithoutIt() {
        interrupt(leg("s", "a", "0.50", "100"), leg("s", "b", "0.50", "100"));
        UUID first = books.orders.keySet().iterator().next();
        books.orders.computeIfPresent(
                first, (_, order) -> order.cancelled(new Reason("INTERRUPTED", "left behind"), NOW));

        Result result = place(leg("s", "a", "0.50", "100"), leg("s", "b", "0.50", "100"));

        assertThat(statuses(result)).containsExactly(Status.CANCELLED, Status.DENIED);
        assertThat(codes(result, "b")).containsExactly("SET_NOT_FILLED");
        assertThat(books.told).endsWith("closed b SET_NOT_FILLED");
        assertThat(books.trades).isEmpty();
    }

    @Test
    void setIsNotFilledByARepeatThatKnowsOnlyAPartOfIt() {
        interrupt(leg("s", "a", "0.50", "100"), leg("s", "b", "0.50", "100"));

        Result result = place(leg("s", "a", "0.50", "100"));

        assertThat(codes(result, "a")).containsExactly("SET_NOT_FILLED");
        assertThat(books.trades).isEmpty();
    }

    @Test
    void cashThatIsGoneMeanwhileDeniesAndGivesBack() {
        books.meanwhile = once(() -> place(buy("other", "0.50", "950")));

        Result result = place(buy("m", "0.50", "100"), buy("n", "0.50", "40"));

        assertThat(codes(result, "m")).containsExactly("INSUFFICIENT_CASH");
        assertThat(order(result, "n").status()).isEqualTo(Status.FILLED);
        assertThat(books.told).endsWith("filled other", "closed m INSUFFICIENT_CASH", "traded BUY", "filled n");
        assertThat(books.cash()).isEqualByComparingTo("10");
    }

    @Test
    void portfolioThatIsPausedWhileRiskIsAskedBuysNothing() {
        books.meanwhile = once(() -> books.portfolios.computeIfPresent(
                1L, (_, portfolio) -> portfolio.in(PortfolioStatus.PAUSED, new StatusDecision("ann", null, NOW))));

        assertThat(codes(place(buy("m", "0.50", "100")), "m")).containsExactly("PORTFOLIO_PAUSED");
        assertThat(books.told).endsWith("closed m PORTFOLIO_PAUSED");
    }

    @Test
    void repeatAnswersWhatStands() {
        Batch all = batch(buy("a", "0.50", "100"), buy("b", "0.50", "2000"), sell("c", "0.50"));
        Result first = place(all);
        books.told.clear();

        Result again = place(all);

        assertThat(again.orders()).isEqualTo(first.orders());
        assertThat(again.portfolio()).isEqualTo(first.portfolio());
        assertThat(books.told).isEmpty();
    }

    @Test
    void repeatAnswersEarlierSettlementsToo() {
        place(buy("m", "0.50", "100"));
        Batch settling = batch(List.of(won("m", "Yes", NOW.plusSeconds(1))));
        Result first = place(settling);

        assertThat(first.settlements()).hasSize(1);
        assertThat(place(settling).settlements()).isEqualTo(first.settlements());
    }

    @Test
    void repeatGoesOnWhereAStopInterruptedTheFirstAttempt() {
        interrupt(buy("m", "0.50", "100"), buy("n", "0.50", "100"));
        assertThat(books.orders.values()).extracting(OutcomeOrder::status).containsOnly(Status.NEW);

        // The terms are those of the first attempt, whatever the market says now.
        Result result = place(buy("m", "0.60", "200"), buy("n", "0.50", "100"), buy("o", "0.50", "100"));

        assertThat(statuses(result)).containsOnly(Status.FILLED);
        assertThat(books.orders).hasSize(3);
        assertThat(books.cash()).isEqualByComparingTo("700");
    }

    @Test
    void ordersNobodyComesBackForAreCancelledAfterAWhile() {
        interrupt(buy("m", "0.50", "100"));
        Duration patience = Duration.ofMinutes(1);

        clock.advance(patience);
        orders.cancelAbandoned(patience);
        assertThat(books.orders.values()).extracting(OutcomeOrder::status).containsExactly(Status.NEW);

        clock.advance(Duration.ofMillis(1));
        orders.cancelAbandoned(patience);
        assertThat(books.orders.values()).extracting(OutcomeOrder::status).containsExactly(Status.CANCELLED);
        assertThat(books.told).endsWith("closed m INTERRUPTED");
        assertThat(statuses(place(buy("m", "0.50", "100")))).containsExactly(Status.CANCELLED);
        assertThat(books.trades).isEmpty();
    }

    @Test
    void orderThatCannotBeCancelledDoesNotKeepTheOthersWaiting() {
        interrupt(buy("stuck", "0.50", "100"), buy("m", "0.50", "100"), buy("n", "0.50", "100"));
        books.stuck.add(books.orders.keySet().iterator().next());
        clock.advance(Duration.ofMinutes(2));

        orders.cancelAbandoned(Duration.ofMinutes(1));

        assertThat(books.orders.values())
                .extracting(OutcomeOrder::status)
                .containsExactly(Status.NEW, Status.CANCELLED, Status.CANCELLED);
    }

    @Test
    void instanceThatWasFrozenWhileRiskWasAskedBuysNothing() {
        books.meanwhile = once(() -> cycles.begin(new FencedRun(1, UUID.randomUUID(), 8)));

        assertRefused(Kind.SUPERSEDED, () -> place(buy("m", "0.50", "100")));

        assertThat(books.trades).isEmpty();
        assertThat(books.cash()).isEqualByComparingTo("1000");
    }

    @Test
    void instanceThatTakesOverTheSameCycleEndsWhatTheOtherBegan() {
        FencedRun next = new FencedRun(1, CYCLE, 8);
        books.meanwhile = once(() -> {
            cycles.begin(next);
            orders.place(next, batch(buy("m", "0.50", "100")));
        });

        assertRefused(Kind.SUPERSEDED, () -> place(buy("m", "0.50", "100")));

        assertThat(books.trades).hasSize(1);
        assertThat(books.orders.values()).extracting(OutcomeOrder::status).containsExactly(Status.FILLED);
    }

    @Test
    void sameCallTwiceAtOnceBuysOnce() {
        books.meanwhile = once(() -> place(buy("m", "0.50", "100")));

        Result result = place(buy("m", "0.50", "100"));

        assertThat(statuses(result)).containsExactly(Status.FILLED);
        assertThat(books.trades).hasSize(1);
        assertThat(books.cash()).isEqualByComparingTo("900");
    }

    @Test
    void onlyTheNewestRunOfACycleUnderWayWrites() {
        FencedRun unknown = new FencedRun(1, UUID.randomUUID(), 7);
        assertRefused(Kind.CYCLE_NOT_BEGUN, () -> orders.place(unknown, batch(buy("m", "0.50", "100"))));

        cycles.complete(run, RunLabel.PAPER, _ -> "{}");
        assertRefused(Kind.CYCLE_COMPLETED, () -> place(buy("m", "0.50", "100")));

        cycles.begin(new FencedRun(1, UUID.randomUUID(), 9));
        assertRefused(Kind.SUPERSEDED, () -> place(sell("m", "0.50")));
    }

    private void interrupt(WantedOrder... wanted) {
        books.meanwhile = () -> {
            throw new IllegalStateException("killed while risk-service was asked");
        };
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> place(wanted));
        books.meanwhile = () -> {};
    }

    private Result place(WantedOrder... wanted) {
        return place(batch(wanted));
    }

    private Result place(Batch batch) {
        return orders.place(run, batch);
    }

    /** In the order they were met: SELLs before BUYs, sets by their first leg. */
    private static List<Status> statuses(Result result) {
        return result.orders().values().stream().map(OutcomeOrder::status).toList();
    }

    private static List<String> codes(Result result, String market) {
        return order(result, market).reasons().stream().map(Reason::code).toList();
    }

    private static OutcomeOrder order(Result result, String market) {
        return result.orders().values().stream()
                .filter(order -> Objects.equals(order.terms().market().marketId(), market))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Kind kind, Runnable work) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(work::run).satisfies((Consumer<RefusedException>)
                e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private Runnable once(Runnable work) {
        return () -> {
            books.meanwhile = () -> {};
            work.run();
        };
    }
}
