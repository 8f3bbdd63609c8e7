package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.CovarianceData;
import dev.tradesuite.contracts.portfolio.OptimizationData;
import dev.tradesuite.contracts.portfolio.RegistryData;
import dev.tradesuite.contracts.portfolio.SeriesData;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.optimisation.AssetData;
import dev.tradesuite.portfolio.optimisation.QuantRefusal;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.PriceTable;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.support.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what there is to choose from. */
final class AssetDataMapper {

    /** Days of a window nobody states. */
    static final int USUAL_WINDOW = 365;

    private static final int LONGEST_CODE = 64;

    private AssetDataMapper() {}

    /**
     * The data in its one form.
     *
     * @throws ProblemException VALIDATION_FAILED, DUPLICATE_CODE, UNKNOWN_CODE, DATES_NOT_ALIGNED, NOT_SYMMETRIC
     */
    static AssetData data(OptimizationData data) {
        boolean isGiven = data.expectedReturns() != null || data.covariance() != null;
        long forms = Stream.of(data.registry(), data.prices(), data.returns(), isGiven ? data : null)
                .filter(form -> form != null)
                .count();
        FieldFaults faults = new FieldFaults();
        if (forms != 1) {
            faults.add(
                    "data",
                    "ONE_OF",
                    "expected one of registry, prices, returns, or expected_returns with covariance; found " + forms);
        }
        faults.raise();
        return QuantRefusal.asProblem(() -> {
            if (data.registry() != null) {
                return registered(data.registry());
            }
            if (data.prices() != null) {
                return new AssetData.Priced(prices(data.prices()));
            }
            return data.returns() != null
                    ? new AssetData.Returned(returns(data.returns()))
                    : given(data.expectedReturns(), data.covariance());
        });
    }

    private static AssetData registered(RegistryData registry) {
        return new AssetData.Registered(
                codes("data.registry.codes", registry.codes()),
                registry.windowDays() == null ? USUAL_WINDOW : registry.windowDays(),
                Optional.ofNullable(registry.label()),
                Boolean.TRUE.equals(registry.mixLabels()));
    }

    private static PriceTable prices(SeriesData prices) {
        List<String> codes = codes("data.prices.series", prices.series().keySet());
        return PriceTable.of(codes, days(prices.dates()), series(prices, codes));
    }

    private static ReturnTable returns(SeriesData returns) {
        List<String> codes = codes("data.returns.series", returns.series().keySet());
        return ReturnTable.of(codes, days(returns.dates()), series(returns, codes));
    }

    private static AssetData given(@Nullable Map<String, Double> expectedReturns, @Nullable CovarianceData covariance) {
        FieldFaults faults = new FieldFaults();
        faults.required("data.expected_returns", expectedReturns, "data.covariance");
        faults.required("data.covariance", covariance, "data.expected_returns");
        faults.raise();
        if (expectedReturns == null || covariance == null) {
            throw new IllegalStateException("both are there");
        }
        List<String> codes = codes("data.covariance.codes", covariance.codes());
        requireDistinct(codes);
        requireSame(codes, expectedReturns);
        return new AssetData.Given(
                codes,
                codes.stream()
                        .mapToDouble(code -> expectedReturns.getOrDefault(code, 0.0))
                        .toArray(),
                SymmetricMatrix.of(matrix(covariance, codes.size())),
                Boolean.TRUE.equals(covariance.repair()));
    }

    private static double[][] matrix(CovarianceData covariance, int size) {
        FieldFaults faults = new FieldFaults();
        if (covariance.matrix().size() != size) {
            faults.add(
                    "data.covariance.matrix",
                    "WRONG_SIZE",
                    "%d codes need as many rows, there are %d"
                            .formatted(size, covariance.matrix().size()));
        }
        for (int i = 0; i < covariance.matrix().size(); i++) {
            int length = covariance.matrix().get(i).size();
            if (length != size) {
                faults.add(
                        "data.covariance.matrix[%d]".formatted(i),
                        "WRONG_SIZE",
                        "%d codes need as many numbers, there are %d".formatted(size, length));
            }
        }
        faults.raise();
        return covariance.matrix().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static void requireDistinct(List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw new ProblemException(ProblemCode.DUPLICATE_CODE, code + " is named twice");
            }
        }
    }

    private static void requireSame(List<String> codes, Map<String, Double> expectedReturns) {
        FieldFaults faults = new FieldFaults();
        codes.stream()
                .filter(code -> !expectedReturns.containsKey(code))
                .forEach(code -> faults.add(
                        "data.expected_returns." + code, "REQUIRED", "is needed, for the covariance has this asset"));
        faults.raise();
        Set<String> known = new HashSet<>(codes);
        expectedReturns.keySet().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new ProblemException(
                            ProblemCode.UNKNOWN_CODE, "The covariance has no %s, expected_returns has".formatted(code));
                });
    }

    private static List<String> codes(String field, Iterable<String> stated) {
        FieldFaults faults = new FieldFaults();
        List<String> codes = new ArrayList<>();
        for (String code : stated) {
            codes.add(code);
            if (code.isBlank() || code.length() > LONGEST_CODE) {
                faults.add(field, "SIZE", "codes have 1 to %d characters".formatted(LONGEST_CODE));
            }
        }
        faults.raise();
        return codes;
    }

    private static long[] days(List<LocalDate> dates) {
        for (int t = 1; t < dates.size(); t++) {
            if (!dates.get(t).isAfter(dates.get(t - 1))) {
                throw new ProblemException(
                        ProblemCode.DATES_NOT_ALIGNED,
                        "Dates ascend, each once; %s stands after %s".formatted(dates.get(t), dates.get(t - 1)));
            }
        }
        return dates.stream().mapToLong(LocalDate::toEpochDay).toArray();
    }

    private static double[][] series(SeriesData data, List<String> codes) {
        double[][] series = new double[codes.size()][];
        for (int i = 0; i < series.length; i++) {
            List<@Nullable Double> values = data.series().getOrDefault(codes.get(i), List.of());
            if (values.size() != data.dates().size()) {
                throw new ProblemException(
                        ProblemCode.DATES_NOT_ALIGNED,
                        "%s has %d values for %d dates"
                                .formatted(
                                        codes.get(i),
                                        values.size(),
                                        data.dates().size()));
            }
            series[i] = values.stream()
                    .mapToDouble(value -> value == null ? Double.NaN : value)
                    .toArray();
        }
        return series;
    }
}
