package dev.tradesuite.learning.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a report, line by line, for the page and the console alike. */
public final class ReportTable {

    /** What trading brought. */
    public static final List<Row> TRADING = List.of(
            new Row("From", period -> period.from().toString().substring(0, 10)),
            new Row("To", period -> period.to().toString().substring(0, 10)),
            new Row("Trained on, rows", period -> number("%,d", period.trainedOn())),
            new Row("Tested on, rows", period -> number("%,d", period.testedOn())),
            new Row("Trades", period -> number("%,d", period.trading().trades())),
            new Row("Won, % of trades", period -> percent(period.trading().winRate())),
            new Row(
                    "Profit after costs, %",
                    period -> number("%.2f", period.trading().profitPercent())),
            new Row("Doing nothing, %", _ -> "0.00"),
            new Row("Buy and hold, %", period -> number("%.2f", period.trading().buyAndHoldPercent())),
            new Row("Days", period -> number("%d", period.trading().days())),
            new Row(
                    "Months with a profit, %",
                    period -> percent(period.trading().profitableMonths())),
            new Row(
                    "Probabilistic Sharpe ratio",
                    period -> number("%.3f", period.trading().probabilisticSharpe())),
            new Row("Draws with a profit, %", period -> percent(period.trading().profitAboveZero())));

    /** What the probabilities are worth; lines of a policy are empty. */
    public static final List<Row> PROBABILITIES = List.of(
            new Row("Cases", of("%,d", ProbabilityFigures::cases)),
            new Row("Hit rate, %", of("%.1f", figures -> 100 * figures.hitRate())),
            new Row("AUC", of("%.4f", ProbabilityFigures::auc)),
            new Row("Brier score", of("%.4f", ProbabilityFigures::brier)),
            new Row("Brier score of the base rate", of("%.4f", ProbabilityFigures::baseRateBrier)));

    private static final String ABSENT = "-";

    private ReportTable() {}

    /**
     * One figure.
     *
     * @param name with its unit
     * @param value its text for a period, a dash where it cannot be computed
     */
    public record Row(String name, Function<PeriodFigures, String> value) {}

    private static Function<PeriodFigures, String> of(
            String format, Function<ProbabilityFigures, @Nullable Object> figure) {
        return period -> {
            ProbabilityFigures figures = period.probabilities();
            return figures == null ? ABSENT : number(format, figure.apply(figures));
        };
    }

    private static String percent(@Nullable Double share) {
        return share == null ? ABSENT : number("%.1f", 100 * share);
    }

    private static String number(String format, @Nullable Object value) {
        return value == null ? ABSENT : String.format(Locale.ROOT, format, value);
    }
}
