package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.moving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.FakeModel;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InputFinderTest {

    private static final CandleSeries STORED = moving(100, 1.2, 0.0001);
    private static final CandleSeries SENT = moving(60, 1.08, 0.0001);
    private static final CandleSeries NONE = CandleSeries.empty("EURUSD", Timeframe.M5);
    private static final Readings RSI =
            new Readings.Builder().set(Indicator.RSI, 25).build();
    private static final Instant LAST_CLOSE = STORED.closeTime(99);

    private final InputFinder inputs =
            new InputFinder(new SignalSettings("votes", Timeframe.M5, 50, 3), CandleSource.of(STORED));

    @Test
    void candlesOfTheCallerComeFirstAndOnlyTheNewestOfThem() {
        assertThat(inputs.find(question(SENT, RSI), SENT.closeTime(59)))
                .isInstanceOfSatisfying(SignalInput.Found.class, found -> {
                    assertThat(found.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
                    assertThat(found.candles().size()).isEqualTo(50);
                    assertThat(found.shown().readings()).isEqualTo(RSI);
                    assertThat(found.shown().lastClose()).hasValue(SENT.close(59));
                });
    }

    @Test
    void readingsOfTheCallerStandAloneBesideStoredCandles() {
        assertThat(inputs.find(question(NONE, RSI), LAST_CLOSE))
                .isInstanceOfSatisfying(SignalInput.Found.class, found -> {
                    assertThat(found.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
                    assertThat(found.candles().isEmpty()).isTrue();
                    assertThat(found.shown().lastClose()).isEmpty();
                });
    }

    @Test
    void readingsInPlaceOfCandlesThatDoNotSufficeKeepTheirLastClose() {
        SignalInput.Found found = inputs.onReadings(question(SENT, RSI));
        assertThat(found.candles().isEmpty()).isTrue();
        assertThat(found.shown().lastClose()).hasValue(SENT.close(59));
    }

    @Test
    void candlesOfTheCallerThatAreTooOldDecideNothing() {
        Instant threeCandlesLater = SENT.closeTime(59).plus(Duration.ofMinutes(15));
        assertThat(inputs.find(question(SENT, RSI), threeCandlesLater)).isInstanceOf(SignalInput.Found.class);
        assertThat(inputs.find(question(SENT, RSI), threeCandlesLater.plusMillis(1)))
                .isInstanceOfSatisfying(SignalInput.Missing.class, missing -> {
                    assertThat(missing.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
                    assertThat(missing.why().code()).isEqualTo("DATA_STALE");
                });
    }

    @Test
    void storedCandlesAreReadWhenNothingWasSentUnlessTheyAreStale() {
        Instant threeCandlesLater = LAST_CLOSE.plus(Duration.ofMinutes(15));
        assertThat(inputs.find(question(NONE, Readings.NONE), threeCandlesLater))
                .isInstanceOfSatisfying(SignalInput.Found.class, found -> assertThat(found.source())
                        .isEqualTo(SignalSource.STORED_CANDLES));
        assertThat(inputs.find(question(NONE, Readings.NONE), threeCandlesLater.plusMillis(1)))
                .isInstanceOfSatisfying(SignalInput.Missing.class, missing -> {
                    assertThat(missing.source()).isEqualTo(SignalSource.STORED_CANDLES);
                    assertThat(missing.why().code()).isEqualTo("DATA_STALE");
                });
    }

    @Test
    void withoutStoredCandlesThereIsNothing() {
        assertThat(inputs.find(question(NONE, Readings.NONE), STORED.openTime(0)))
                .isInstanceOfSatisfying(SignalInput.Missing.class, missing -> {
                    assertThat(missing.source()).isEqualTo(SignalSource.NONE);
                    assertThat(missing.why().code()).isEqualTo("NO_DATA");
                });
    }

    private static SignalQuestion question(CandleSeries candles, Readings readings) {
        return new SignalQuestion(
                new FakeModel("votes"),
                "EURUSD",
                Timeframe.M5,
                OptionalDouble.empty(),
                Optional.empty(),
                candles,
                readings,
                List.of());
    }
}
