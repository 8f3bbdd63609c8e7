package dev.tradesuite.benchmarks.walkforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.quant.moment.ReturnTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Costs of 10 basis points, a window of two days. */
class MonthlyChoiceTest {

    private static final Offset<Double> EXACT = within(1e-15);
    private static final MonthlyChoice WALK = new MonthlyChoice(2, 0.001);

    private final List<List<Double>> seen = new ArrayList<>();

    /** Half and half drifts to 0.55 / 1.05 and 0.5 / 1.05: a turnover of 2 x (0.55 / 1.05 - 0.5) = 0.05 / 1.05. */
    @Test
    void weightsDriftAndTradesCost() {
        ReturnTable table =
                table(new double[] {0.01, 0.02, 0.1, 0.1}, "2026-01-29", "2026-01-30", "2026-02-02", "2026-03-02");

        MonthlyChoice.Outcome outcome = WALK.walk(table, _ -> Optional.of(new double[] {0.5, 0.5}));

        double second = 0.05 / 1.05;
        assertThat(outcome.returns()[0]).isCloseTo(0.999 * 1.05 - 1, EXACT);
        assertThat(outcome.returns()[1]).isCloseTo((1 - 0.001 * second) * 1.05 - 1, EXACT);
        assertThat(outcome.turnover()).isCloseTo(1 + second, EXACT);
        assertThat(outcome.choices()).isEqualTo(2);
    }

    @Test
    void onlyTheDaysBeforeAreSeen() {
        ReturnTable table =
                table(new double[] {0.01, 0.02, 0.1, 0.2}, "2026-01-29", "2026-01-30", "2026-02-02", "2026-03-02");

        var _ = WALK.walk(table, days -> {
            seen.add(List.of(days.value(0, 0), days.value(0, 1)));
            return Optional.of(new double[] {1, 0});
        });

        assertThat(seen).containsExactly(List.of(0.01, 0.02), List.of(0.02, 0.1));
    }

    @Test
    void withoutWeightsWhatIsHeldStays() {
        ReturnTable table =
                table(new double[] {0.01, 0.02, 0.1, 0.1}, "2026-01-29", "2026-01-30", "2026-02-02", "2026-03-02");

        MonthlyChoice.Outcome outcome = WALK.walk(
                table, days -> days.value(0, 0) == 0.01 ? Optional.of(new double[] {1, 0}) : Optional.empty());

        assertThat(outcome.without()).isEqualTo(1);
        assertThat(outcome.turnover()).isEqualTo(1);
        assertThat(outcome.returns()[1]).isCloseTo(0.1, EXACT);
    }

    @Test
    void assetWithoutAllReturnsOfTheWindowIsNotToBeHad() {
        ReturnTable table = table(
                new double[] {Double.NaN, 0.02, 0.1, 0.1}, "2026-01-29", "2026-01-30", "2026-02-02", "2026-02-03");

        MonthlyChoice.Outcome outcome = WALK.walk(table, days -> {
            assertThat(days.codes()).containsExactly("STILL");
            return Optional.of(new double[] {1});
        });

        assertThat(outcome.returns()).containsExactly(new double[] {-0.001, 0}, EXACT);
    }

    @Test
    void windowAsLongAsTheTableIsRefused() {
        ReturnTable table = table(new double[] {0.01, 0.02}, "2026-01-29", "2026-01-30");

        assertThatIllegalArgumentException().isThrownBy(() -> WALK.walk(table, _ -> Optional.empty()));
    }

    /** One asset with these returns, one that stands still. */
    private static ReturnTable table(double[] returns, String... days) {
        long[] ends = new long[days.length];
        for (int t = 0; t < days.length; t++) {
            ends[t] = LocalDate.parse(days[t]).toEpochDay();
        }
        return ReturnTable.of(List.of("MOVES", "STILL"), ends, new double[][] {returns, new double[days.length]});
    }
}
