package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityCurveTest {

    private static final DayEnd BOGOTA = new DayEnd(ZoneId.of("America/Bogota"), LocalTime.MIDNIGHT);

    @Test
    void aPointOnTheFullHourEndsThatHour() {
        // 100 at 00:00, then every 30 minutes; hours end at 01:00 with 102 and at 02:00 with 96.9.
        ReturnSeries returns = Curves.every(Duration.ofMinutes(30), 100, 101, 102, 90, 96.9)
                .returns(ReturnInterval.HOURLY, DayEnd.UTC);

        // 102/100 - 1 = 0.02; 96.9/102 - 1 = -0.05
        assertThat(returns.values()).containsExactly(new double[] {0.02, -0.05}, within(1e-15));
        assertThat(returns.end(0)).isEqualTo(Curves.START.plus(Duration.ofHours(1)));
    }

    @Test
    void daysBeginByTheClockOfTheZone() {
        // Four points, six hours apart from 00:00 UTC; in Bogota the first day ends at 05:00 UTC.
        EquityCurve curve = Curves.every(Duration.ofHours(6), 100, 110, 121, 133.1);

        assertThat(curve.returns(ReturnInterval.DAILY, DayEnd.UTC).values())
                .containsExactly(new double[] {0.331}, within(1e-12));
        assertThat(curve.returns(ReturnInterval.DAILY, BOGOTA).values())
                .containsExactly(new double[] {0.331}, within(1e-12));
        assertThat(Curves.from(Curves.START.plus(Duration.ofHours(4)), Duration.ofHours(1), 100, 110, 121)
                        .returns(ReturnInterval.DAILY, BOGOTA)
                        .values())
                .containsExactly(new double[] {0.1, 0.1}, within(1e-12));
    }

    @Test
    void aDayOfCurrenciesEndsAtFiveInNewYork() {
        DayEnd fiveInNewYork = new DayEnd(ZoneId.of("America/New_York"), LocalTime.of(17, 0));
        // Friday 17:00, Sunday 17:30 and Monday 17:00 in New York: Sunday evening belongs to Monday.
        EquityCurve curve = EquityCurve.of(
                millis("2026-01-09T22:00:00Z", "2026-01-11T22:30:00Z", "2026-01-12T22:00:00Z", "2026-01-12T22:05:00Z"),
                new double[] {100, 101, 102, 103});

        assertThat(curve.returns(ReturnInterval.DAILY, fiveInNewYork).values())
                .containsExactly(new double[] {0.02, 103 / 102.0 - 1}, within(1e-12));
        // In UTC the Sunday is a day of its own.
        assertThat(curve.returns(ReturnInterval.DAILY, DayEnd.UTC).size()).isEqualTo(2);
        assertThat(fiveInNewYork.of(Instant.parse("2026-07-10T21:00:00Z"))).isEqualTo("2026-07-10T21:00:00Z");
        assertThat(fiveInNewYork.of(Instant.parse("2026-07-10T21:00:01Z"))).isEqualTo("2026-07-11T21:00:00Z");
    }

    @Test
    void hoursWithoutPointsHaveNoReturns() {
        // From Friday to Monday there is one return.
        EquityCurve curve = EquityCurve.of(
                millis("2026-01-09T20:00:00Z", "2026-01-09T21:00:00Z", "2026-01-11T23:00:00Z"),
                new double[] {100, 101, 103.02});

        assertThat(curve.returns(ReturnInterval.HOURLY, DayEnd.UTC).values())
                .containsExactly(new double[] {0.01, 0.02}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void returnsMultiplyToTheReturnOfThePeriod(long seed) {
        Random random = new Random(seed);
        double[] equity = new double[2000];
        equity[0] = 10_000;
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * (1 + 0.002 * random.nextGaussian());
        }
        EquityCurve curve = Curves.every(Duration.ofMinutes(5), equity);

        for (ReturnInterval interval : ReturnInterval.values()) {
            double product = 1;
            for (double value : curve.returns(interval, DayEnd.UTC).values()) {
                product *= 1 + value;
            }
            assertThat(product - 1).isCloseTo(curve.totalReturn().value().orElseThrow(), within(1e-12));
        }
        double months = 1;
        for (CalendarReturn month : CalendarReturn.monthly(curve, ZoneOffset.UTC)) {
            months *= 1 + month.value();
        }
        assertThat(months - 1).isCloseTo(curve.totalReturn().value().orElseThrow(), within(1e-12));
    }

    @Test
    void aStartAloneHasNoReturn() {
        assertThat(Curves.daily(100).totalReturn()).isEqualTo(Metric.absent(MetricReason.NO_EQUITY));
        assertThat(Curves.daily(100).returns(ReturnInterval.DAILY, DayEnd.UTC).size())
                .isZero();
        assertThat(CalendarReturn.monthly(Curves.daily(100), ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThatIllegalArgumentException().isThrownBy(() -> EquityCurve.of(new long[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> EquityCurve.of(new long[] {1, 1}, new double[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Curves.daily(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Curves.daily(1, Double.NaN));
        assertThatIllegalStateException()
                .isThrownBy(() -> Curves.daily(1, -1).returns(ReturnInterval.DAILY, DayEnd.UTC));
    }

    @Test
    void monthsAndYearsEndWithTheirLastPoint() {
        EquityCurve curve = EquityCurve.of(
                millis(
                        "2025-12-15T00:00:00Z",
                        "2025-12-31T12:00:00Z",
                        // Midnight ends the old year.
                        "2026-01-01T00:00:00Z",
                        "2026-01-20T00:00:00Z",
                        "2026-03-02T00:00:00Z"),
                new double[] {100, 105, 110, 99, 108.9});

        // 110/100 - 1 = 0.1; 99/110 - 1 = -0.1; nothing in February; 108.9/99 - 1 = 0.1
        assertThat(CalendarReturn.monthly(curve, ZoneOffset.UTC))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(month("2025-12-01", 0.1), month("2026-01-01", -0.1), month("2026-03-01", 0.1));
        // 108.9/110 - 1 = -0.01
        assertThat(CalendarReturn.yearly(curve, ZoneOffset.UTC))
                .extracting(CalendarReturn::firstDay)
                .containsExactly(LocalDate.parse("2025-01-01"), LocalDate.parse("2026-01-01"));
        assertThat(CalendarReturn.yearly(curve, ZoneOffset.UTC).getLast().value())
                .isCloseTo(-0.01, within(1e-12));
        assertThat(CalendarReturn.shareWithProfit(CalendarReturn.monthly(curve, ZoneOffset.UTC)))
                .isEqualTo(Metric.of(2.0 / 3));
        assertThat(CalendarReturn.shareWithProfit(List.of())).isEqualTo(Metric.absent(MetricReason.NO_EQUITY));
    }

    private static CalendarReturn month(String firstDay, double value) {
        return new CalendarReturn(LocalDate.parse(firstDay), value);
    }

    private static long[] millis(String... times) {
        return List.of(times).stream()
                .mapToLong(time -> Instant.parse(time).toEpochMilli())
                .toArray();
    }
}
