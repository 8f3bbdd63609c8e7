package dev.tradesuite.ledger.account;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.ledger.MarkSource;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingServiceTest {

    private static final Span EVERYTHING = new Span(Optional.empty(), Optional.empty(), Integer.MAX_VALUE);

    private final InMemoryLedger stored = new InMemoryLedger();
    private final BookingService books = new BookingService(
            stored.ledger(), stored, CATALOG, stored, stored, Clock.fixed(START.plusSeconds(3_600), ZoneOffset.UTC));

    @BeforeEach
    void openAccount() {
        books.open(new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")));
    }

    @Test
    void openingStoresAndPublishesTheAccountOnce() {
        assertThat(stored.published).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo("main");
            assertThat(account.sequence()).isEqualTo(1);
        });

        assertThat(books.open(new AccountOpening("main", "Other", "EUR", RunLabel.PAPER, BigDecimal.TEN)))
                .isEmpty();
        assertThat(stored.published).hasSize(1);
        assertThat(main().currency()).isEqualTo("USD");
    }

    @Test
    void fillIsBookedAndPublishedAndNoMark() {
        Fill fill = buy("0.4", "EURUSD", "1.0835").commission("1.40").get();

        books.book(fill, Optional.empty());

        assertThat(main().balance()).isEqualByComparingTo("9998.60");
        assertThat(stored.trades).extracting(trade -> trade.fill().id()).containsExactly(fill.id());
        assertThat(stored.marks).isEmpty();
        assertThat(stored.published.getLast()).isEqualTo(main());
        assertThat(stored.publishedFills)
                .containsExactly(new OrderProgress(fill.id(), fill.order().orderId(), Lots.of("0.4"), true));
        assertThat(stored.points("main", EVERYTHING))
                .extracting(EquityPoint::cause)
                .containsExactly(Cause.OPENED, Cause.FILL);
    }

    @Test
    void repeatedFillChangesNothing() {
        Fill fill = buy("0.4", "EURUSD", "1.0835").get();
        books.book(fill, Optional.empty());
        Account before = main();

        assertThat(books.book(fill, Optional.empty())).isEmpty();

        assertThat(main()).isEqualTo(before);
        assertThat(stored.trades).hasSize(1);
        assertThat(stored.publishedFills).hasSize(1);
    }

    @Test
    void otherFillWithTheSameIdIsRefused() {
        UUID id = UUID.randomUUID();
        books.book(buy("0.4", "EURUSD", "1.0835").id(id).get(), Optional.empty());

        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(
                        () -> books.book(buy("0.5", "EURUSD", "1.0835").id(id).get(), Optional.empty()))
                .withMessageContaining("is booked as BUY 0.4 EURUSD at 1.0835");
    }

    @Test
    void fillOfAnUnknownAccountIsRefused() {
        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(() -> books.book(
                        buy("0.4", "EURUSD", "1.0835").account("nobody").get(), Optional.empty()))
                .withMessage("no account nobody");
    }

    @Test
    void fillIsValuedAtANewerPriceThatIsKnownAlready() {
        stored.marks.put("EURUSD", Mark.market(new BigDecimal("1.0860"), START.plusSeconds(60)));

        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());

        assertThat(main().floatingPnl()).isEqualByComparingTo("100");
        assertThat(main().positions().getFirst().mark().source()).isEqualTo(MarkSource.MARKET);
    }

    @Test
    void orderIsCompleteOnceAllItsFillsAreBookedInWhateverOrder() {
        UUID order = UUID.randomUUID();

        books.book(buy("0.3", "EURUSD", "1.0836").partOf(order, "0.4", true).get(), Optional.empty());
        books.book(buy("0.1", "EURUSD", "1.0835").partOf(order, "0.1", false).get(), Optional.empty());

        assertThat(stored.publishedFills)
                .extracting(OrderProgress::orderComplete)
                .containsExactly(false, true);
        assertThat(stored.publishedFills)
                .extracting(OrderProgress::bookedLots)
                .containsExactly(Lots.of("0.3"), Lots.of("0.4"));
    }

    @Test
    void marksChangeAnAccountOnlyWhenTheyAreNewer() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.empty());
        int published = stored.published.size();

        books.mark("main");
        assertThat(stored.published).hasSize(published);

        price("EURUSD", "1.0860");
        books.mark("main");
        assertThat(stored.published).hasSize(published + 1);
        assertThat(main().equity()).isEqualByComparingTo("10100");
        assertThat(stored.points("main", EVERYTHING).getLast().cause()).isEqualTo(Cause.MARK);
    }

    @Test
    void crossIsMarkedByThePairOfItsQuoteCurrency() {
        books.book(buy("0.31", "EURGBP", "0.8500").rate("1.27").get(), Optional.empty());
        price("EURGBP", "0.8510");
        price("GBPUSD", "1.3000");

        books.mark("main");

        // 0.0010 x 0.31 x 100,000 = 31 GBP; x 1.30
        assertThat(main().floatingPnl()).isEqualByComparingTo("40.3");
    }

    @Test
    void closingEverythingLeavesTheCash() {
        books.book(buy("0.4", "EURUSD", "1.0835").commission("1.40").get(), Optional.empty());
        books.book(
                sell("0.4", "EURUSD", "1.0885")
                        .commission("1.40")
                        .secondsLater(60)
                        .get(),
                Optional.empty());

        Account account = main();
        assertThat(account.positions()).isEmpty();
        assertThat(account.equity()).isEqualByComparingTo("10197.20");
    }

    @Test
    void fillOfACandleIsValuedAtItsCloseWhicheverComesFirst() {
        // A limit of 0.5980 met by a candle that closed at 0.5990: (0.5990 - 0.5980) x 0.1 x 100,000
        stored.offer(new MarketPrice("NZDUSD", new BigDecimal("0.5990"), START, Timeframe.M1, "rest"));
        books.book(buy("0.1", "NZDUSD", "0.5980").get(), Optional.empty());

        assertThat(main().floatingPnl()).isEqualByComparingTo("10");

        books.open(new AccountOpening("early", "Early", "USD", RunLabel.PAPER, new BigDecimal("10000")));
        stored.marks.clear();
        stored.offered.clear();
        books.book(buy("0.1", "NZDUSD", "0.5980").account("early").get(), Optional.empty());
        stored.offer(new MarketPrice("NZDUSD", new BigDecimal("0.5990"), START, Timeframe.M1, "rest"));
        books.mark("early");

        assertThat(stored.find("early").orElseThrow().floatingPnl()).isEqualByComparingTo("10");
    }

    @Test
    void marginOfTheBooksIsWhatTheOrdersReserved() {
        books.book(buy("0.1", "NZDUSD", "0.6000").leverage("10").get(), Optional.empty());
        assertThat(main().marginUsed()).isEqualByComparingTo("600");

        books.book(buy("0.1", "NZDUSD", "0.6000").get(), Optional.empty());
        assertThat(main().marginUsed()).isEqualByComparingTo("720");
    }

    @Test
    void fillBringsTheOrdersThatProtectItAlong() {
        ProtectiveOrder stop = stop("0.4", "1.0785");
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.of(List.of(stop)));

        // (1.0835 - 1.0785) x 0.4 x 100,000
        assertThat(main().protectedPositions().getFirst().lossAtStop().orElseThrow())
                .isEqualByComparingTo("200");
        assertThat(stored.protection.get("main")).containsExactly(stop);
        assertThat(stored.published).as("one change").hasSize(2);
    }

    @Test
    void fillWithoutWordOfProtectionLeavesItAsItIs() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.of(List.of(stop("0.4", "1.0785"))));
        books.book(sell("0.1", "EURUSD", "1.0835").get(), Optional.empty());

        assertThat(main().protectedPositions().getFirst().stopLossPrice().orElseThrow())
                .isEqualByComparingTo("1.0785");
    }

    @Test
    void repeatedFillBringsNoOldProtectionBack() {
        Fill fill = buy("0.4", "EURUSD", "1.0835").get();
        books.book(fill, Optional.of(List.of(stop("0.4", "1.0785"))));
        books.protect("main", "EURUSD", List.of());

        books.book(fill, Optional.of(List.of(stop("0.4", "1.0785"))));

        assertThat(main().protectedPositions().getFirst().stopLossPrice()).isEmpty();
    }

    @Test
    void cancelledStopIsTold() {
        books.book(buy("0.4", "EURUSD", "1.0835").get(), Optional.of(List.of(stop("0.4", "1.0785"))));
        int published = stored.published.size();

        books.protect("main", "EURUSD", List.of());
        books.protect("main", "EURUSD", List.of());

        assertThat(stored.published).hasSize(published + 1);
        assertThat(stored.published.getLast().protectedPositions().getFirst().lossAtStop())
                .isEmpty();
        assertThat(stored.protection.get("main")).isEmpty();
        books.protect("nobody", "EURUSD", List.of());
    }

    @Test
    void holdingsAreKeptWithTheFillAndTold() {
        books.book(buy("0.4", "EURUSD", "1.0835").strategy("trend").get(), Optional.empty());
        books.book(buy("0.2", "EURUSD", "1.0855").get(), Optional.empty());
        books.book(sell("0.3", "EURUSD", "1.0885").get(), Optional.empty());

        // 0.2 of nobody and 0.1 of trend: (1.0885 - 1.0855) x 0.2 x 100,000 and (1.0885 - 1.0835) x 0.1 x 100,000
        assertThat(stored.published.getLast().holdings())
                .extracting(
                        StrategyHolding::strategy,
                        holding -> holding.lots().toPlainString(),
                        holding -> holding.realisedPnl().toPlainString())
                .containsExactly(tuple("trend", "0.3", "50.00"), tuple(StrategyHolding.UNASSIGNED, "0.0", "60.00"));
        assertThat(stored.holdings.values()).containsExactlyInAnyOrderElementsOf(main().holdings());
    }

    private static ProtectiveOrder stop(String lots, String price) {
        return new ProtectiveOrder(
                new UUID(0, 1), "EURUSD", Side.SELL, OrderType.STOP, Lots.of(lots), null, new BigDecimal(price), null);
    }

    private void price(String symbol, String price) {
        stored.offer(new MarketPrice(symbol, new BigDecimal(price), START.plusSeconds(300), Timeframe.M5, "test"));
    }

    private Account main() {
        return stored.find("main").orElseThrow();
    }
}
