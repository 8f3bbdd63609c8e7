package dev.tradesuite.ledger.account;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Mark;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemarkingTest {

    private final InMemoryLedger stored = new InMemoryLedger();
    private final BookingService books = new BookingService(
            stored.ledger(), stored, CATALOG, stored, stored, Clock.fixed(START.plusSeconds(3_600), ZoneOffset.UTC));
    private final Remarking remarking = new Remarking(stored, books, CATALOG, new Currencies(CATALOG));

    @BeforeEach
    void twoAccountsHoldPositions() {
        books.open(new AccountOpening("euro", "Euro", "USD", RunLabel.PAPER, new BigDecimal("10000")));
        books.open(new AccountOpening("cross", "Cross", "USD", RunLabel.PAPER, new BigDecimal("10000")));
        books.book(buy("0.4", "EURUSD", "1.0835").account("euro").get(), Optional.empty());
        books.book(buy("0.31", "EURGBP", "0.8500").rate("1.27").account("cross").get(), Optional.empty());
        remarking.run();
        stored.published.clear();
    }

    @Test
    void manyPricesAreOneChangeWithTheLastOfThem() {
        for (int second = 1; second <= 500; second++) {
            price("EURUSD", new BigDecimal("1.08000").add(BigDecimal.valueOf(second, 5)), second);
        }

        remarking.run();

        // (1.08500 - 1.0835) x 0.4 x 100,000
        assertThat(stored.published).singleElement().satisfies(account -> {
            assertThat(account.id()).isEqualTo("euro");
            assertThat(account.floatingPnl()).isEqualByComparingTo("60");
        });
    }

    @Test
    void pairThatConvertsConcernsTheAccountToo() {
        price("GBPUSD", new BigDecimal("1.30"), 1);

        remarking.run();

        assertThat(stored.published).extracting(Account::id).containsExactly("cross");
    }

    @Test
    void priceOfSomethingNobodyHoldsChangesNothing() {
        price("XAUUSD", new BigDecimal("2650"), 1);

        remarking.run();

        assertThat(stored.published).isEmpty();
    }

    @Test
    void runWithoutNewPricesDoesNothing() {
        stored.down = true;

        remarking.run();

        assertThat(stored.published).isEmpty();
    }

    @Test
    void priceIsNotLostWhenTheStoreIsDown() {
        price("EURUSD", new BigDecimal("1.0860"), 1);
        stored.down = true;
        assertThatIllegalStateException().isThrownBy(remarking::run);

        stored.down = false;
        remarking.run();

        assertThat(stored.published).extracting(Account::id).containsExactly("euro");
    }

    @Test
    void accountThatCannotBeMarkedDoesNotStopTheOthersAndComesAgain() {
        price("EURUSD", new BigDecimal("1.0860"), 1);
        price("EURGBP", new BigDecimal("0.8510"), 1);
        stored.broken = Optional.of("cross");

        remarking.run();
        assertThat(stored.published).extracting(Account::id).containsExactly("euro");

        stored.broken = Optional.empty();
        remarking.run();
        assertThat(stored.published).extracting(Account::id).containsExactly("euro", "cross");
    }

    @Test
    void accountThatCouldNotBeMarkedIsNotForgottenWhenTheStoreFailsNext() {
        price("EURGBP", new BigDecimal("0.8510"), 1);
        stored.broken = Optional.of("cross");
        remarking.run();

        price("EURUSD", new BigDecimal("1.0860"), 1);
        stored.down = true;
        assertThatIllegalStateException().isThrownBy(remarking::run);
        stored.down = false;
        stored.broken = Optional.empty();
        remarking.run();

        assertThat(stored.published).extracting(Account::id).containsExactlyInAnyOrder("euro", "cross");
    }

    @Test
    void accountThatIsMarkedOnceMoreIsNotMarkedAgain() {
        price("EURGBP", new BigDecimal("0.8510"), 1);
        stored.broken = Optional.of("cross");
        remarking.run();
        stored.broken = Optional.empty();
        remarking.run();
        stored.locked.clear();

        remarking.run();

        assertThat(stored.locked).isEmpty();
    }

    @Test
    void candleAnnouncedAgainMarksWhatRestedOnIt() {
        price("EURUSD", new BigDecimal("5.8600"), 60);
        remarking.run();
        price("EURUSD", new BigDecimal("1.0860"), 60);
        remarking.run();

        assertThat(stored.find("euro").orElseThrow().floatingPnl())
                .as("(1.0860 - 1.0835) x 0.4 x 100,000")
                .isEqualByComparingTo("100");
        assertThat(stored.published).extracting(Account::id).containsExactly("euro", "euro");

        price("EURUSD", new BigDecimal("1.0860"), 60);
        remarking.run();
        assertThat(stored.published).as("the same once more").hasSize(2);
    }

    @Test
    void fillOfOneAccountMarksNoOther() {
        books.open(new AccountOpening("other", "Other", "USD", RunLabel.PAPER, new BigDecimal("10000")));
        books.book(
                buy("0.01", "EURUSD", "0.5000")
                        .account("other")
                        .secondsLater(30)
                        .get(),
                Optional.empty());
        remarking.run();

        assertThat(stored.find("euro").orElseThrow().equity()).isEqualByComparingTo("10000");
        assertThat(stored.find("other").orElseThrow().positions().getFirst().mark())
                .isEqualTo(Mark.fill(new BigDecimal("0.5000"), START.plusSeconds(30)));
        assertThat(stored.marks).isEmpty();

        price("EURUSD", new BigDecimal("1.0840"), 60);
        remarking.run();
        assertThat(stored.find("euro").orElseThrow().positions().getFirst().mark())
                .isEqualTo(stored.find("other")
                        .orElseThrow()
                        .positions()
                        .getFirst()
                        .mark());
    }

    @Test
    void firstRunAfterAStartMarksWhatTheLastOneMissed() {
        stored.marks.putAll(Map.of("EURUSD", Mark.market(new BigDecimal("1.0860"), START.plusSeconds(60))));

        new Remarking(stored, books, CATALOG, new Currencies(CATALOG)).run();

        assertThat(stored.published).extracting(Account::id).containsExactly("euro");
    }

    private void price(String symbol, BigDecimal price, long secondsLater) {
        if (stored.offer(new MarketPrice(symbol, price, START.plusSeconds(secondsLater), Timeframe.M5, "test"))) {
            remarking.repriced(symbol);
        }
    }
}
