package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.returns.Correlation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Answers how the correlation of two strategies went. */
public final class RollingPairService {

    private final PanelReader panels;
    private final Clock clock;

    RollingPairService(PanelReader panels, Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param days how many of the newest days to tell of
     */
    public record Question(StrategyPair pair, CorrelationWindow window, ReturnLabels label, int days) {}

    /** The correlation of the window that ends with a day; empty when one of the two does not vary there. */
    public record Point(LocalDate day, OptionalDouble correlation) {}

    /**
     * How it went.
     *
     * @param observations common days that were read
     * @param window common days of a point
     * @param points one for each common day that ends a full window, oldest first
     */
    public record Rolling(List<RunLabel> labels, boolean partial, int observations, int window, List<Point> points) {}

    /** The correlation of the newest windows, each of common days only. */
    public CorrelationOutcome<Rolling> roll(Question question) {
        OptionalInt window = CorrelationDays.of(question.window());
        if (window.isEmpty()) {
            return CorrelationOutcome.refused(new Refusal.NoHourlyHistory());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<String> codes = List.of(question.pair().a(), question.pair().b());
        int most = question.days() + window.getAsInt();
        return panels.read(new PanelReader.Question(codes, question.label(), most, today))
                .then(panel -> CorrelationOutcome.known(rolling(panel, window.getAsInt(), question.days(), today)));
    }

    private static Rolling rolling(ReturnPanel panel, int window, int days, LocalDate today) {
        Optional<ReturnTable> common =
                panel.table().filter(table -> table.assets() == 2).map(ReturnTable::complete);
        if (common.isEmpty()) {
            return new Rolling(panel.labels(), false, 0, window, List.of());
        }
        ReturnTable table = common.get();
        double[] correlations = Correlation.rolling(table.series(0), table.series(1), window);
        List<Point> points = IntStream.range(Math.max(0, correlations.length - days), correlations.length)
                .mapToObj(i -> new Point(
                        LocalDate.ofEpochDay(table.end(i + window - 1)),
                        Double.isNaN(correlations[i]) ? OptionalDouble.empty() : OptionalDouble.of(correlations[i])))
                .toList();
        boolean partial = !points.isEmpty() && !points.getLast().day().isBefore(today);
        return new Rolling(panel.labels(), partial, table.periods(), window, points);
    }
}
