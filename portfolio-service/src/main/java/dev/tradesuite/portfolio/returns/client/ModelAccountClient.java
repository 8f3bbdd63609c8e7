package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Paper accounts of the models, from the daily equity of signals-api-service. Nothing is ever paid into them. */
@Component
final class ModelAccountClient implements EquitySource {

    /** What signals-api-service tells at once: 30 days. */
    private static final int HOURS = 720;

    private final ModelCurvesApi signals;

    ModelAccountClient(ModelCurvesApi signals) {
        this.signals = signals;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.ModelAccount;
    }

    @Override
    public int days() {
        return HOURS / 24;
    }

    @Override
    public Answer ends(StrategySource source, LocalDate from, LocalDate through) {
        return source instanceof StrategySource.ModelAccount(String code, String symbol)
                ? SourceAnswers.of(() ->
                        ends(signals.curves(symbol, code, EquityResolution.DAYS.wireName(), HOURS), code, through))
                : new Answer.Ends(List.of());
    }

    private static List<DayEquity> ends(EquityCurves curves, String code, LocalDate through) {
        RunLabel label = curves.label();
        return label == null
                ? List.of()
                : curves.curves().stream()
                        .filter(curve -> curve.strategyCode().equals(code))
                        .flatMap(curve -> curve.data().stream())
                        .map(point -> new DayEquity(day(point), point.equityValue(), BigDecimal.ZERO, label))
                        .filter(end -> !end.day().isAfter(through))
                        .toList();
    }

    /** A bar that closes at midnight is the last of the day before. */
    private static LocalDate day(EquityCurves.CurvePoint point) {
        return LocalDate.ofInstant(point.timestamp().minusMillis(1), ZoneOffset.UTC);
    }
}
