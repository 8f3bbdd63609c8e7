package dev.tradesuite.portfolio.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.portfolio.lifecycle.GateEvidence;
import dev.tradesuite.portfolio.returns.DailyReturn;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LagGatesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /** Three days looked back, two of them running. */
    private static final RotationLimits LIMITS = new RotationLimits(
            new RotationLimits.Lag(3, 2, 0.8, 1),
            RotationLimits.DEFAULT.substitute(),
            RotationLimits.DEFAULT.handling());

    /** On both days 0.99^3 - 1 = -0.029701, and the benchmark stood still. */
    @Test
    void belowTheBenchmarkOnEveryDayRunningIsBroken() {
        GateEvidence gate = LagGates.excess(measured(days(-0.01, -0.01, -0.01, -0.01), days(0, 0, 0, 0)), LIMITS);

        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(-0.029701, within(1e-12));
        assertThat(gate.broken()).isTrue();
    }

    /** The newest three lose, 0.99^3 - 1; a day before it was 1.05 x 0.99 x 0.99 - 1 = 0.029105. */
    @Test
    void oneDayAboveBreaksNothing() {
        GateEvidence gate = LagGates.excess(measured(days(0.05, -0.01, -0.01, -0.01), days(0, 0, 0, 0)), LIMITS);

        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(0.029105, within(1e-12));
        assertThat(gate.broken()).isFalse();
    }

    /** A gain is not enough where the benchmark gains more: 1.01^3 - 1.02^3 = 1.030301 - 1.061208. */
    @Test
    void gainIsMeasuredByThatOfTheBenchmark() {
        GateEvidence gate =
                LagGates.excess(measured(days(0.01, 0.01, 0.01, 0.01), days(0.02, 0.02, 0.02, 0.02)), LIMITS);

        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(-0.030907, within(1e-12));
        assertThat(gate.broken()).isTrue();
    }

    @Test
    void whatIsNotKnownBreaksNothing() {
        GateEvidence few = LagGates.excess(measured(days(-0.1, -0.1, -0.1), days(0, 0, 0)), LIMITS);
        GateEvidence alone = LagGates.excess(measured(days(-0.1, -0.1, -0.1, -0.1), List.of()), LIMITS);
        GateEvidence old = LagGates.excess(
                new LagGates.Measured(days(-0.1, -0.1, -0.1, -0.1), days(0, 0, 0, 0), 252, FIRST.plusDays(3 + 8)),
                LIMITS);

        assertThat(List.of(few, alone, old)).noneMatch(GateEvidence::broken).noneMatch(GateEvidence::known);
        assertThat(few.reason().message()).contains("3 days in common", "4 are needed");
        assertThat(alone.reason().code()).isEqualTo(EvidenceReason.NO_BENCHMARK.name());
        assertThat(old.reason().code()).isEqualTo(EvidenceReason.RETURNS_TOO_OLD.name());
    }

    /** Twelve days of +1 % and -0.9 % by turns: mean 0.05 %, deviation 0.99226 %, 0.05039 x sqrt(252) = 0.79991. */
    @Test
    void sharpeOfTheDaysIsMeasuredByPartOfItsTarget() {
        RotationLimits twelve =
                new RotationLimits(new RotationLimits.Lag(12, 2, 0.8, 1), LIMITS.substitute(), LIMITS.handling());
        double[] turns = IntStream.range(0, 12)
                .mapToDouble(i -> i % 2 == 0 ? 0.01 : -0.009)
                .toArray();

        GateEvidence gate = LagGates.sharpe(measured(days(turns), List.of()), twelve);

        assertThat(Objects.requireNonNull(gate.measured())).isCloseTo(0.79991, within(1e-4));
        assertThat(gate.required()).isEqualTo(0.8);
        assertThat(gate.broken()).isTrue();
    }

    private static LagGates.Measured measured(List<DailyReturn> own, List<DailyReturn> benchmark) {
        return new LagGates.Measured(own, benchmark, 252, FIRST.plusDays(10));
    }

    private static List<DailyReturn> days(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new DailyReturn(FIRST.plusDays(i), values[i]))
                .toList();
    }
}
