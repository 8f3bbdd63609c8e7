package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.returns.Correlation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Answers how the correlation of two strategies went. */
public final class RollingPairService {

    private final PanelReader panels;
    private final AbsentReturnService absent;
    private final int needed;
    private final Clock clock;

    /** @param needed least common hours of a point */
    RollingPairService(PanelReader panels, AbsentReturnService absent, int needed, Clock clock) {
        this.panels = panels;
        this.absent = absent;
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param days how many of the newest days to tell of
     */
    public record Question(StrategyPair pair, CorrelationWindow window, ReturnLabels label, int days) {

        List<String> codes() {
            return List.of(pair.a(), pair.b());
        }
    }

    /**
     * The correlation of the window that ends with a day, or with its newest common hour; empty when one of the two
     * does not vary there.
     */
    public record Point(LocalDate day, OptionalDouble correlation) {}

    /**
     * How it went.
     *
     * @param observations common days, or hours, that were read
     * @param points one for each common day that ends a full window, oldest first; of hours one for each day that has
     *     enough of them in its window
     * @param absent why there is no point
     */
    public record Rolling(
            List<RunLabel> labels, boolean partial, int observations, List<Point> points, Optional<Reason> absent) {}

    /** The correlation of the newest windows, each of common days, or hours, only. */
    public CorrelationOutcome<Rolling> roll(Question question) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        OptionalInt window = CorrelationDays.of(question.window());
        if (window.isEmpty()) {
            return panels.keptHours(question.codes(), question.label(), now)
                    .then(panel -> CorrelationOutcome.known(hourly(question, panel, today)));
        }
        int most = question.days() + window.getAsInt();
        return panels.read(new PanelReader.Question(question.codes(), question.label(), most, today))
                .then(panel -> CorrelationOutcome.known(daily(panel, window.getAsInt(), question.days(), today)));
    }

    private static Rolling daily(ReturnPanel panel, int window, int days, LocalDate today) {
        Optional<ReturnTable> common = common(panel);
        int observations = common.map(ReturnTable::periods).orElse(0);
        List<Point> points =
                common.map(table -> dailyPoints(table, window, days)).orElse(List.of());
        return rolling(
                panel,
                today,
                observations,
                points,
                Reason.of(
                        CorrelationReason.TOO_FEW_COMMON_RETURNS,
                        "%d days in common, a window has %d".formatted(observations, window)));
    }

    private static List<Point> dailyPoints(ReturnTable table, int window, int days) {
        double[] correlations = Correlation.rolling(table.series(0), table.series(1), window);
        return IntStream.range(Math.max(0, correlations.length - days), correlations.length)
                .mapToObj(i -> new Point(
                        LocalDate.ofEpochDay(table.end(i + window - 1)),
                        Double.isNaN(correlations[i]) ? OptionalDouble.empty() : OptionalDouble.of(correlations[i])))
                .toList();
    }

    private Rolling hourly(Question question, ReturnPanel panel, LocalDate today) {
        Optional<ReturnTable> common = common(panel);
        int observations = common.map(ReturnTable::periods).orElse(0);
        List<Point> points =
                common.map(table -> hourlyPoints(table, question.days())).orElse(List.of());
        Reason why = absent.of(question.window(), panel.without()).values().stream()
                .findFirst()
                .orElseGet(() -> Reason.of(
                        CorrelationReason.TOO_FEW_COMMON_RETURNS,
                        "%d hours in common, %d are needed within ten days".formatted(observations, needed)));
        return rolling(panel, today, observations, points, why);
    }

    /** One for each day that has a common hour, and enough of them in the ten days up to its newest. */
    private List<Point> hourlyPoints(ReturnTable table, int days) {
        double[] one = table.series(0);
        double[] other = table.series(1);
        List<Point> points = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < table.periods(); i++) {
            boolean endsItsDay = i + 1 == table.periods() || day(table.end(i + 1)) != day(table.end(i));
            while (table.end(from) <= table.end(i) - PanelReader.HOURS.toHours()) {
                from++;
            }
            if (endsItsDay && i + 1 - from >= needed) {
                points.add(new Point(
                        LocalDate.ofEpochDay(day(table.end(i))),
                        Correlation.pearson(
                                Arrays.copyOfRange(one, from, i + 1), Arrays.copyOfRange(other, from, i + 1))));
            }
        }
        return points.subList(Math.max(0, points.size() - days), points.size());
    }

    private static long day(long hour) {
        return Math.floorDiv(hour, ReturnPanel.Rows.HOURS.inADay());
    }

    private static Rolling rolling(
            ReturnPanel panel, LocalDate today, int observations, List<Point> points, Reason without) {
        boolean partial = !points.isEmpty() && !points.getLast().day().isBefore(today);
        return new Rolling(
                panel.labels(),
                partial,
                observations,
                List.copyOf(points),
                points.isEmpty() ? Optional.of(without) : Optional.empty());
    }

    private static Optional<ReturnTable> common(ReturnPanel panel) {
        return panel.table().filter(table -> table.assets() == 2).map(ReturnTable::complete);
    }
}
