package dev.tradesuite.benchmarks.walkforward;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.moment.ExpectedReturns;
import dev.tradesuite.quant.moment.PairwiseCorrelation;
import dev.tradesuite.quant.moment.PositiveSemidefinite;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.SampleCovariance;
import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.Hierarchical;
import dev.tradesuite.quant.optimiser.MeanVariance;
import dev.tradesuite.quant.optimiser.RiskBased;
import dev.tradesuite.quant.optimiser.Universe;
import dev.tradesuite.quant.performance.Moments;
import dev.tradesuite.quant.risk.DrawdownRisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What methods of choosing weights earn on days they have not seen, beside equal weights. */
@Command(
        name = "walk-forward",
        description = {
            "Chooses weights at the beginning of each month from the days before it by several methods, and prints",
            "what each earned out of sample, costs taken off, beside equal weights."
        },
        mixinStandardHelpOptions = true)
public final class WalkForwardBenchmark implements Callable<Integer> {

    private static final double YEAR = 252;
    private static final double RATE = 0.02;
    private static final double MOST = 0.5;
    private static final double BASIS_POINT = 1e-4;
    private static final double USUAL_CONFIDENCE = 0.95;
    /** Why a month may have no weights. */
    private static final Set<QuantProblem> COUNTED =
            EnumSet.of(QuantProblem.CONSTRAINTS_CONTRADICT, QuantProblem.HOLDINGS_UNREACHABLE, QuantProblem.NOT_PROVEN);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--file",
            required = true,
            description = "Closes adjusted for splits and dividends: a column date, then one for each stock.")
    private Path file;

    @Option(names = "--window", defaultValue = "252", description = "Days looked at. Default: ${DEFAULT-VALUE}")
    private int window;

    @Option(names = "--cost", defaultValue = "10", description = "Basis points of what is bought or sold.")
    private double cost;

    private final Map<QuantProblem, Integer> refusals = new EnumMap<>(QuantProblem.class);

    @Override
    public Integer call() throws IOException {
        if (window < 2 || cost < 0) {
            spec.commandLine().getErr().println("expected --window from 2, --cost from 0 on");
            return 2;
        }
        ReturnTable table = StockCloses.read(file).returns();
        MonthlyChoice walk = new MonthlyChoice(window, cost * BASIS_POINT);
        Map<String, MonthlyChoice.Outcome> outcomes = new LinkedHashMap<>();
        methods().forEach((name, method) -> outcomes.put(name, walk.walk(table, method)));
        print(table, outcomes);
        return 0;
    }

    private Map<String, MonthlyChoice.Chooser> methods() {
        Map<String, MonthlyChoice.Chooser> methods = new LinkedHashMap<>();
        methods.put(
                "equal weights",
                seen -> Optional.of(RiskBased.equalWeight(seen.codes()).weights()));
        methods.put("maximum Sharpe, at most 50 %", chosen(seen -> bounded(seen).maxSharpe(RATE)));
        methods.put("maximum Sharpe, default constraints", chosen(seen -> limited(seen)
                .maxSharpe(RATE)));
        methods.put(
                "minimum volatility, at most 50 %", chosen(seen -> bounded(seen).minVolatility()));
        methods.put("minimum volatility, default constraints", chosen(seen -> limited(seen)
                .minVolatility()));
        methods.put("HRP", chosen(seen -> Hierarchical.of(universe(seen), PairwiseCorrelation.of(seen), Linkage.SINGLE)
                .hrp()));
        methods.put("risk parity", chosen(seen -> RiskBased.riskParity(universe(seen))));
        return methods;
    }

    private MonthlyChoice.Chooser chosen(Function<ReturnTable, Allocation> method) {
        return seen -> {
            try {
                return Optional.of(method.apply(seen).weights());
            } catch (QuantException noWeights) {
                // Where everything moves together the constraints contradict; such months are counted.
                if (!COUNTED.contains(noWeights.problem())) {
                    throw noWeights;
                }
                refusals.merge(noWeights.problem(), 1, Integer::sum);
                return Optional.empty();
            }
        };
    }

    private static MeanVariance bounded(ReturnTable seen) {
        return MeanVariance.of(universe(seen), Constraints.of(seen.codes()).withBounds(0, MOST));
    }

    /** The default constraints of portfolio-service. */
    private static MeanVariance limited(ReturnTable seen) {
        return MeanVariance.of(
                universe(seen),
                Constraints.of(seen.codes())
                        .withBounds(0, MOST)
                        .withCorrelatedGroups(PairwiseCorrelation.of(seen), 0.6, MOST)
                        .withHoldings(5, seen.assets(), 0.05));
    }

    private static Universe universe(ReturnTable seen) {
        return Universe.of(
                seen.codes(),
                ExpectedReturns.geometricMean(seen, YEAR),
                PositiveSemidefinite.of(SampleCovariance.of(seen, YEAR).matrix())
                        .matrix());
    }

    private void print(ReturnTable table, Map<String, MonthlyChoice.Outcome> outcomes) {
        Report report = new Report(spec.commandLine().getOut());
        int days = outcomes.values().iterator().next().returns().length;
        report.title("Walk forward over %d stocks, %s to %s"
                .formatted(
                        table.assets(),
                        LocalDate.ofEpochDay(table.end(table.periods() - days)),
                        LocalDate.ofEpochDay(table.end(table.periods() - 1))));
        report.table(
                List.of(
                        "method",
                        "return a year",
                        "volatility",
                        "Sharpe",
                        "deepest fall",
                        "turnover a year",
                        "months without weights"),
                outcomes.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
        report.line("Months without weights, of all methods, by cause: " + refusals);
    }

    private static List<String> row(String name, MonthlyChoice.Outcome outcome) {
        double[] returns = outcome.returns();
        Moments moments = Moments.of(returns);
        double volatility = moments.deviation() * Math.sqrt(YEAR);
        double value = 1;
        for (double one : returns) {
            value *= 1 + one;
        }
        double years = returns.length / YEAR;
        return List.of(
                name,
                percent(Math.pow(value, 1 / years) - 1),
                percent(volatility),
                Report.number((moments.mean() * YEAR - RATE) / volatility, 2),
                percent(DrawdownRisk.of(returns, USUAL_CONFIDENCE).maximum()),
                Report.number(outcome.turnover() / years, 1),
                "%d of %d".formatted(outcome.without(), outcome.choices()));
    }

    private static String percent(double part) {
        return Report.number(100 * part, 1) + " %";
    }
}
