package dev.tradesuite.ledger.account;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.contracts.ledger.EquityPoint.Cause;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
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
    void fillIsBookedPublishedAndAMark() {
        Fill fill = buy("0.4", "EURUSD", "1.0835").commission("1.40").get();

        books.book(fill);

        assertThat(main().balance()).isEqualByComparingTo("9998.60");
        assertThat(stored.trades).extracting(trade -> trade.fill().id()).containsExactly(fill.id());
        assertThat(stored.price("EURUSD")).isEqualByComparingTo("1.0835");
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
        books.book(fill);
        Account before = main();

        assertThat(books.book(fill)).isEmpty();

        assertThat(main()).isEqualTo(before);
        assertThat(stored.trades).hasSize(1);
        assertThat(stored.publishedFills).hasSize(1);
    }

    @Test
    void otherFillWithTheSameIdIsRefused() {
        UUID id = UUID.randomUUID();
        books.book(buy("0.4", "EURUSD", "1.0835").id(id).get());

        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(
                        () -> books.book(buy("0.5", "EURUSD", "1.0835").id(id).get()))
                .withMessageContaining("is booked as BUY 0.4 EURUSD at 1.0835");
    }

    @Test
    void fillOfAnUnknownAccountIsRefused() {
        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(() -> books.book(
                        buy("0.4", "EURUSD", "1.0835").account("nobody").get()))
                .withMessage("no account nobody");
    }

    @Test
    void fillIsValuedAtANewerPriceThatIsKnownAlready() {
        stored.marks.put("EURUSD", new Mark(new BigDecimal("1.0860"), START.plusSeconds(60)));

        books.book(buy("0.4", "EURUSD", "1.0835").get());

        assertThat(main().floatingPnl()).isEqualByComparingTo("100");
        assertThat(stored.price("EURUSD")).isEqualByComparingTo("1.0860");
    }

    @Test
    void orderIsCompleteOnceAllItsFillsAreBookedInWhateverOrder() {
        UUID order = UUID.randomUUID();

        books.book(buy("0.3", "EURUSD", "1.0836").partOf(order, "0.4", true).get());
        books.book(buy("0.1", "EURUSD", "1.0835").partOf(order, "0.1", false).get());

        assertThat(stored.publishedFills)
                .extracting(OrderProgress::orderComplete)
                .containsExactly(false, true);
        assertThat(stored.publishedFills)
                .extracting(OrderProgress::bookedLots)
                .containsExactly(Lots.of("0.3"), Lots.of("0.4"));
    }

    @Test
    void marksChangeAnAccountOnlyWhenTheyAreNewer() {
        books.book(buy("0.4", "EURUSD", "1.0835").get());
        int published = stored.published.size();

        books.mark("main");
        assertThat(stored.published).hasSize(published);

        stored.offer("EURUSD", new Mark(new BigDecimal("1.0860"), START.plusSeconds(300)), "M5");
        books.mark("main");
        assertThat(stored.published).hasSize(published + 1);
        assertThat(main().equity()).isEqualByComparingTo("10100");
        assertThat(stored.points("main", EVERYTHING).getLast().cause()).isEqualTo(Cause.MARK);
    }

    @Test
    void crossIsMarkedByThePairOfItsQuoteCurrency() {
        books.book(buy("0.31", "EURGBP", "0.8500").rate("1.27").get());
        stored.offer("EURGBP", new Mark(new BigDecimal("0.8510"), START.plusSeconds(300)), "M5");
        stored.offer("GBPUSD", new Mark(new BigDecimal("1.3000"), START.plusSeconds(300)), "M5");

        books.mark("main");

        // 0.0010 x 0.31 x 100,000 = 31 GBP; x 1.30
        assertThat(main().floatingPnl()).isEqualByComparingTo("40.3");
    }

    @Test
    void closingEverythingLeavesTheCash() {
        books.book(buy("0.4", "EURUSD", "1.0835").commission("1.40").get());
        books.book(sell("0.4", "EURUSD", "1.0885")
                .commission("1.40")
                .secondsLater(60)
                .get());

        Account account = main();
        assertThat(account.positions()).isEmpty();
        assertThat(account.equity()).isEqualByComparingTo("10197.20");
    }

    private Account main() {
        return stored.find("main").orElseThrow();
    }
}
