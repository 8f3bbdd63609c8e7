package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripsTest {

    /** The first lot brought 0.0200 x 100,000, the half one 0.0100 x 50,000. */
    @Test
    void whatWasBoughtFirstIsSoldFirst() {
        List<RoundTrip> trips = RoundTrips.of(List.of(
                buy("1", "EURUSD", "1.0800").strategy("momentum").get(),
                buy("1", "EURUSD", "1.0900").secondsLater(60).get(),
                sell("1.5", "EURUSD", "1.1000")
                        .secondsLater(3_600)
                        .strategy("other")
                        .because(ExitReason.TAKE_PROFIT)
                        .get()));

        assertThat(trips).hasSize(2);
        RoundTrip first = trips.getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.direction()).isEqualTo(Direction.LONG);
        assertThat(first.lots()).isEqualTo(Lots.of("1"));
        assertThat(first.grossPnl()).isEqualByComparingTo("2000");
        assertThat(first.entry().price()).isEqualByComparingTo("1.0800");
        assertThat(first.entry().strategy()).isEqualTo("momentum");
        assertThat(first.exit().strategy()).isEqualTo("other");
        assertThat(first.entry().exitReason()).isNull();
        assertThat(first.exit().exitReason()).isEqualTo(ExitReason.TAKE_PROFIT);
        assertThat(first.held()).isEqualTo(Duration.ofHours(1));
        assertThat(trips.getLast().lots()).isEqualTo(Lots.of("0.5"));
        assertThat(trips.getLast().grossPnl()).isEqualByComparingTo("500");
        assertThat(trips.getLast().entry().strategy()).isNull();
    }

    @Test
    void whatIsSoldShortIsBoughtBack() {
        RoundTrip trip = RoundTrips.of(List.of(
                        sell("0.2", "USDJPY", "150").get(),
                        buy("0.2", "USDJPY", "148.5").rate("0.0067").get()))
                .getFirst();

        assertThat(trip.direction()).isEqualTo(Direction.SHORT);
        // 1.5 x 0.2 x 100,000 JPY x 0.0067
        assertThat(trip.grossPnl()).isEqualByComparingTo("201");
    }

    /** 7 for 1 lot in, 3 for 0.3 and 7.01 for 0.7 out: 2.1 + 3 and 4.9 + 7.01. */
    @Test
    void commissionIsSharedByLotsAndNothingOfItIsLost() {
        List<RoundTrip> trips = RoundTrips.of(List.of(
                buy("1", "EURUSD", "1.0800").commission("7").get(),
                sell("0.3", "EURUSD", "1.0810").commission("3").get(),
                sell("0.7", "EURUSD", "1.0820").commission("7.01").get()));

        assertThat(trips)
                .extracting(RoundTrip::fees)
                .map(BigDecimal::toPlainString)
                .containsExactly("5.10", "11.91");
        // 0.0010 x 30,000 - 5.10
        assertThat(trips.getFirst().netPnl()).isEqualByComparingTo("24.90");
    }

    @Test
    void fillBeyondThePositionOpensTheOtherWay() {
        RoundTrips trips = new RoundTrips();
        trips.next(buy("1", "EURUSD", "1.0800").get());

        assertThat(trips.next(sell("3", "EURUSD", "1.0850").get())).hasSize(1);
        List<RoundTrip> back = trips.next(buy("2", "EURUSD", "1.0840").get());

        assertThat(back).singleElement().satisfies(trip -> {
            assertThat(trip.direction()).isEqualTo(Direction.SHORT);
            assertThat(trip.grossPnl()).isEqualByComparingTo("200");
            assertThat(trip.number()).isEqualTo(2);
        });
        assertThat(trips.symbols()).containsExactly("EURUSD");
    }

    @Test
    void instrumentsAreMatchedEachByItself() {
        assertThat(RoundTrips.of(List.of(
                        buy("1", "EURUSD", "1.08").get(),
                        sell("1", "GBPUSD", "1.27").get())))
                .isEmpty();
    }

    @Test
    void onlyOpenLotsAreNoRoundTrip() {
        assertThat(RoundTrips.of(List.of())).isEmpty();
        assertThat(RoundTrips.of(List.of(buy("1", "EURUSD", "1.08").get()))).isEmpty();
    }

    /** Once everything is closed, first in first out and average price have realised the same, at one rate. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void bringsWhatTheBooksBringOnceEverythingIsClosed(long seed) {
        Random random = new Random(seed);
        List<Fill> fills = new ArrayList<>();
        Optional<Position> position = Optional.empty();
        BigDecimal realised = BigDecimal.ZERO;
        BigDecimal commission = BigDecimal.ZERO;
        for (int i = 0; i < 60 || position.isPresent(); i++) {
            boolean closing = i >= 60;
            Side side = closing
                    ? position.orElseThrow().direction() == Direction.LONG ? Side.SELL : Side.BUY
                    : random.nextBoolean() ? Side.BUY : Side.SELL;
            String lots =
                    closing ? position.orElseThrow().lots().value().toPlainString() : "0." + (1 + random.nextInt(9));
            Fill fill = Fills.of(side, lots, "EURUSD", "1.0" + (100 + random.nextInt(900)))
                    .commission("0." + random.nextInt(100))
                    .secondsLater(i)
                    .get();
            Netting.Result booked = Netting.apply(position, fill, ConversionRate.SAME_CURRENCY);
            position = booked.position();
            realised = realised.add(booked.realisedPnl().orElse(BigDecimal.ZERO));
            commission = commission.add(fill.terms().commission());
            fills.add(fill);
        }

        List<RoundTrip> trips = RoundTrips.of(fills);

        assertThat(trips.stream().map(RoundTrip::grossPnl).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(realised, org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
        assertThat(trips.stream().map(RoundTrip::fees).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(commission);
    }
}
