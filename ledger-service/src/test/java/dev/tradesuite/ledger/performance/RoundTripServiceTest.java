package dev.tradesuite.ledger.performance;

import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.ledger.account.TestFills;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundTripServiceTest {

    private static final TripFilter ALL =
            new TripFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final FakeTrades trades = new FakeTrades();
    private final RoundTripService service = new RoundTripService(trades, 5);

    @Test
    void newestComesFirstAndTheNextPageGoesOn() {
        trade("main", 5);

        List<ClosedTrip> first = service.list("main", ALL, Optional.empty(), 2);
        List<ClosedTrip> second = service.list(
                "main", ALL, Optional.of(Long.valueOf(first.getLast().id())), 10);

        assertThat(first).extracting(ClosedTrip::id).containsExactly("5", "4");
        assertThat(second).extracting(ClosedTrip::id).containsExactly("3", "2", "1");
        assertThat(service.list("main", ALL, Optional.of(1L), 10)).isEmpty();
        assertThat(service.list("nobody", ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void onlyFillsBookedSinceAreReadAgain() {
        trade("main", 2);
        service.list("main", ALL, Optional.empty(), 10);
        trades.read = 0;

        trades.book(buy("1", "EURUSD", "1.08").get());
        trades.book(sell("1", "EURUSD", "1.07").strategy("late").get());

        assertThat(service.list("main", ALL, Optional.empty(), 1)
                        .getFirst()
                        .pnl()
                        .net())
                .isEqualByComparingTo("-1000");
        assertThat(trades.read).isEqualTo(2);
        assertThat(service.symbols("main")).containsExactly("EURUSD");
    }

    @Test
    void whatIsAskedForIsFiltered() {
        trades.book(buy("1", "EURUSD", "1.08").strategy("momentum").get());
        trades.book(sell("1", "EURUSD", "1.09").secondsLater(60).get());
        trades.book(buy("1", "GBPUSD", "1.27").secondsLater(70).get());
        trades.book(sell("1", "GBPUSD", "1.28")
                .secondsLater(120)
                .strategy("momentum")
                .get());
        Instant minute = TestFills.START.plusSeconds(60);

        assertThat(symbols(new TripFilter(Optional.empty(), Optional.empty(), Optional.of("EURUSD"), Optional.empty())))
                .containsExactly("EURUSD");
        assertThat(symbols(
                        new TripFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("momentum"))))
                .as("who opened it")
                .containsExactly("EURUSD");
        assertThat(symbols(new TripFilter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("unassigned"))))
                .containsExactly("GBPUSD");
        assertThat(symbols(new TripFilter(
                        Optional.of(minute), Optional.of(minute.plusSeconds(1)), Optional.empty(), Optional.empty())))
                .containsExactly("EURUSD");
        assertThat(symbols(new TripFilter(
                        Optional.of(minute.plusSeconds(1)), Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly("GBPUSD");
        assertThat(symbols(new TripFilter(Optional.empty(), Optional.of(minute), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void whatWasAskedForLongestAgoIsMatchedAnew() {
        trade("a", 3);
        trade("b", 3);
        service.list("a", ALL, Optional.empty(), 10);
        service.list("b", ALL, Optional.empty(), 10);
        trades.read = 0;

        assertThat(service.list("b", ALL, Optional.empty(), 10)).hasSize(3);
        assertThat(trades.read).isZero();
        assertThat(service.list("a", ALL, Optional.empty(), 10)).hasSize(3);
        assertThat(trades.read).as("three bought and three sold").isEqualTo(6);
    }

    private List<String> symbols(TripFilter filter) {
        return service.list("main", filter, Optional.empty(), 10).stream()
                .map(ClosedTrip::symbol)
                .toList();
    }

    private void trade(String account, int trips) {
        for (int i = 0; i < trips; i++) {
            trades.book(
                    buy("1", "EURUSD", "1.08").account(account).secondsLater(i).get());
            trades.book(
                    sell("1", "EURUSD", "1.09").account(account).secondsLater(i).get());
        }
    }
}
