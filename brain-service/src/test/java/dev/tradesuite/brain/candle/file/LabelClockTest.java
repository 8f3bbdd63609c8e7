package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LabelClockTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void labelWithoutOffsetIsInTheZoneOfTheFile() {
        LabelClock clock = clock(NEW_YORK, Duration.ZERO);

        assertThat(read(clock, "2026-01-05 09:30")).isEqualTo("2026-01-05T14:30:00Z");
        assertThat(read(clock, "2026-07-06 09:30")).isEqualTo("2026-07-06T13:30:00Z");
    }

    @Test
    void labelWithOffsetMeansWhatItSays() {
        assertThat(read(clock(NEW_YORK, Duration.ZERO), "2026-01-05T09:30:00+02:00"))
                .isEqualTo("2026-01-05T07:30:00Z");
    }

    @Test
    void hourThatTheZoneSkipsIsRefused() {
        LabelClock clock = clock(NEW_YORK, Duration.ZERO);

        assertThatThrownBy(() -> read(clock, "2026-03-08 02:30"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("does not exist in America/New_York");
        assertThat(read(clock, "2026-03-08 03:00")).isEqualTo("2026-03-08T07:00:00Z");
    }

    @Test
    void hourThatTheZoneHasTwiceIsToldApartByTheOrderOfTheRows() {
        List<String> labels = List.of("00:30", "01:00", "01:30", "01:00", "01:30", "02:00");
        LabelClock clock = clock(NEW_YORK, Duration.ZERO);

        assertThat(labels.stream().map(time -> read(clock, "2026-11-01 " + time)))
                .containsExactly(
                        "2026-11-01T04:30:00Z",
                        "2026-11-01T05:00:00Z",
                        "2026-11-01T05:30:00Z",
                        "2026-11-01T06:00:00Z",
                        "2026-11-01T06:30:00Z",
                        "2026-11-01T07:00:00Z");
    }

    @Test
    void fileThatRunsBackwardsHasTheLaterHourFirst() {
        LabelClock clock = clock(NEW_YORK, Duration.ZERO);

        assertThat(Stream.of("02:30", "02:00", "01:30", "01:00", "01:30", "01:00", "00:30")
                        .map(time -> read(clock, "2026-11-01 " + time)))
                .containsExactly(
                        "2026-11-01T07:30:00Z",
                        "2026-11-01T07:00:00Z",
                        "2026-11-01T06:30:00Z",
                        "2026-11-01T06:00:00Z",
                        "2026-11-01T05:30:00Z",
                        "2026-11-01T05:00:00Z",
                        "2026-11-01T04:30:00Z");
    }

    @Test
    void symbolsOfOneFileDoNotDisturbEachOther() {
        LabelClock clock = clock(NEW_YORK, Duration.ZERO);
        TimeLabel label = TimeFormat.auto().read("2026-11-01 01:30");

        assertThat(clock.read(label, "EURUSD").time()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(clock.read(label, "GBPUSD").time()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(clock.read(label, "EURUSD").time()).isEqualTo("2026-11-01T06:30:00Z");
    }

    @Test
    void serverDayThatRollsAtFiveInNewYorkBeginsTheEveningBefore() {
        LabelClock clock = clock(NEW_YORK, Duration.ofHours(-7));

        assertThat(read(clock, "2016-01-04")).isEqualTo("2016-01-03T22:00:00Z");
        assertThat(read(clock, "2016-07-04")).isEqualTo("2016-07-03T21:00:00Z");
    }

    @Test
    void timeRuleCorrectsLabelsThatLieAboutTheirOffset() {
        LabelClock clock = new LabelClock(TestFormat.of(null)
                .rules(TimeRule.parse("00-12:America/Bogota"))
                .build());

        // Bogotá is five hours behind UTC all year: 08:00 there is 13:00 UTC, and 12:55 is 17:55.
        assertThat(clock.read(TimeFormat.auto().read("2020-01-02 08:00:00+00:00"), "USDCOP"))
                .isEqualTo(new LabelClock.Moment(Instant.parse("2020-01-02T13:00:00Z"), true));
        assertThat(clock.read(TimeFormat.auto().read("2020-01-02 12:55:00+00:00"), "USDCOP"))
                .isEqualTo(new LabelClock.Moment(Instant.parse("2020-01-02T17:55:00Z"), true));
        assertThat(clock.read(TimeFormat.auto().read("2020-01-02 13:00:00+00:00"), "USDCOP"))
                .isEqualTo(new LabelClock.Moment(Instant.parse("2020-01-02T13:00:00Z"), false));
    }

    private static LabelClock clock(ZoneId zone, Duration shift) {
        return new LabelClock(TestFormat.of(null).zone(zone).shift(shift).build());
    }

    private static String read(LabelClock clock, String label) {
        return clock.read(TimeFormat.auto().read(label), "EURUSD").time().toString();
    }
}
