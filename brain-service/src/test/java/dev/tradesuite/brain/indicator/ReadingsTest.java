package dev.tradesuite.brain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingsTest {

    @Test
    void aReadingIsThereOrNot() {
        Readings readings = new Readings.Builder().set(Indicator.RSI, 25).build();
        assertThat(readings.get(Indicator.RSI)).hasValue(25);
        assertThat(readings.get(Indicator.ADX)).isEmpty();
        assertThat(readings.has(Indicator.RSI, Indicator.ADX)).isFalse();
        assertThat(readings.isEmpty()).isFalse();
        assertThat(Readings.NONE.isEmpty()).isTrue();
    }

    @Test
    void whatIsNotFiniteStaysAbsent() {
        assertThat(new Readings.Builder()
                        .set(Indicator.RSI, Double.NaN)
                        .set(Indicator.ADX, Double.POSITIVE_INFINITY)
                        .build())
                .isEqualTo(Readings.NONE);
    }

    @Test
    void theOthersReadingsReplaceOnlyThoseOfTheSameName() {
        Readings computed = new Readings.Builder()
                .set(Indicator.RSI, 55)
                .set(Indicator.ADX, 30)
                .build();
        Readings sent = new Readings.Builder().set(Indicator.RSI, 25).build();
        Readings merged = computed.replacedBy(sent);
        assertThat(merged.get(Indicator.RSI)).hasValue(25);
        assertThat(merged.get(Indicator.ADX)).hasValue(30);
        assertThat(computed.get(Indicator.RSI)).hasValue(55);
    }

    @Test
    void theTextDoesNotDependOnTheOrderOfSetting() {
        Readings one = new Readings.Builder()
                .set(Indicator.ADX, 30)
                .set(Indicator.RSI, 25)
                .build();
        assertThat(one).hasToString("{RSI=25.0, ADX=30.0}");
    }
}
