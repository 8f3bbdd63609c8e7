package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegisteredReturnsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    private final List<StrategyReturns> stored = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void daysThatOneHasNotAreMissing() {
        store("a", RunLabel.PAPER, 0.01, 0.02);
        stored.add(new StrategyReturns("b", RunLabel.PAPER, List.of(new DailyReturn(TODAY, 0.03))));

        ReturnTable table = read(false);

        assertThat(table.codes()).containsExactly("a", "b");
        assertThat(table.series(0)).containsExactly(0.01, 0.02);
        assertThat(table.series(1)).containsExactly(Double.NaN, 0.03);
        assertThat(table.end(1)).isEqualTo(TODAY.toEpochDay());
    }

    @Test
    void theWindowEndsToday() {
        List<Object> asked = new ArrayList<>();
        store("a", RunLabel.PAPER, 0.01);
        store("b", RunLabel.PAPER, 0.01);
        new RegisteredReturns(
                        wanted -> {
                            asked.add(wanted.from());
                            asked.add(wanted.to());
                            return stored;
                        },
                        _ -> Map.of("a", LifecycleState.LIVE, "b", LifecycleState.LIVE),
                        CLOCK)
                .read(wanted(false), warnings);

        assertThat(asked).containsExactly(TODAY.minusDays(29), TODAY);
    }

    @Test
    void labelsAreNeverMixedUnlessAskedFor() {
        store("a", RunLabel.LIVE, 0.01, 0.02);
        store("b", RunLabel.PAPER, 0.03, 0.04);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(false))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.LABELS_MIXED))
                .withMessage("a have LIVE; b have PAPER");
        assertThat(read(true).series(1)).containsExactly(0.03, 0.04);
        assertThat(warnings).singleElement().asString().contains("LIVE, PAPER");
    }

    @Test
    void ofOneStrategyAndDayLiveCountsBeforePaper() {
        store("a", RunLabel.PAPER, 0.01, 0.02);
        store("a", RunLabel.LIVE, 0.05);
        store("b", RunLabel.PAPER, 0.03, 0.04);

        assertThat(read(true).series(0)).containsExactly(0.01, 0.05);
    }

    @Test
    void strategyWithoutReturnsIsNamed() {
        store("a", RunLabel.PAPER, 0.01, 0.02);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(false))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_FEW_OBSERVATIONS))
                .withMessageContaining("b");
    }

    private ReturnTable read(boolean mixed) {
        return new RegisteredReturns(
                        _ -> stored, _ -> Map.of("a", LifecycleState.LIVE, "b", LifecycleState.LIVE), CLOCK)
                .read(wanted(mixed), warnings);
    }

    private static AssetData.Registered wanted(boolean mixed) {
        return new AssetData.Registered(List.of("a", "b"), 30, Optional.empty(), mixed);
    }

    /** Returns of days that end today. */
    private void store(String code, RunLabel label, double... values) {
        List<DailyReturn> days = new ArrayList<>();
        for (int t = 0; t < values.length; t++) {
            days.add(new DailyReturn(TODAY.minusDays(values.length - 1L - t), values[t]));
        }
        stored.add(new StrategyReturns(code, label, days));
    }
}
