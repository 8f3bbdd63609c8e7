package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.HourEquity;
import dev.tradesuite.portfolio.returns.HourlySource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Paper accounts of the models, from the hourly equity of signals-api-service: the last point of an hour is its end.
 */
@Component
final class ModelAccountHoursClient implements HourlySource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ModelCurvesApi signals;

    ModelAccountHoursClient(ModelCurvesApi signals) {
        this.signals = signals;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.ModelAccount;
    }

    @Override
    public Answer hours(StrategySource source, Instant after, Instant now) {
        return source instanceof StrategySource.ModelAccount(String code, String symbol)
                ? HourAnswers.of(
                        after,
                        () -> ends(
                                signals.curves(
                                        symbol,
                                        code,
                                        EquityResolution.HOURS.wireName(),
                                        Math.toIntExact(
                                                Duration.between(after, now).toHours() + 1)),
                                code,
                                now))
                : new Answer.Hours(List.of());
    }

    private static List<HourEquity> ends(EquityCurves curves, String code, Instant now) {
        RunLabel label = curves.label();
        return label == null
                ? List.of()
                : curves.curves().stream()
                        .filter(curve -> curve.strategyCode().equals(code))
                        .flatMap(curve -> curve.data().stream())
                        .map(point -> HourEquity.of(end(point), point.equityValue(), label))
                        .filter(end -> !end.end().isAfter(now))
                        .toList();
    }

    /** A bar that closes at a full hour is the last of the hour before. */
    private static Instant end(EquityCurves.CurvePoint point) {
        return point.timestamp().minusMillis(1).truncatedTo(ChronoUnit.HOURS).plus(HOUR);
    }
}
