package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Instruments held, from the daily closes of brain-service: one unit is worth its close, the adjusted one where there
 * is one. A day without a candle has no end.
 */
@Component
final class HeldInstrumentClient implements EquitySource {

    /** As many closes as brain-service gives at once. */
    private static final int MOST = 2_000;

    /** Days asked for before the first one: the close before it may be that of a week ago. */
    private static final int BEFORE = 10;

    private final DailyClosesApi brain;

    HeldInstrumentClient(DailyClosesApi brain) {
        this.brain = brain;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.HeldInstrument;
    }

    @Override
    public int days() {
        return MOST - BEFORE;
    }

    @Override
    public Answer ends(StrategySource source, LocalDate from, LocalDate through) {
        return source instanceof StrategySource.HeldInstrument(String symbol)
                ? SourceAnswers.of(() -> ends(symbol, from, through))
                : new Answer.Ends(List.of());
    }

    private List<DayEquity> ends(String symbol, LocalDate from, LocalDate through) {
        ClosesTable table = brain.closes(
                symbol,
                Timeframe.D1.name(),
                Math.toIntExact(Math.min(MOST, ChronoUnit.DAYS.between(from, through) + 1 + BEFORE)),
                through.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
        RunLabel label = label(symbol);
        return TimedClose.of(symbol, table).stream()
                .map(close -> new DayEquity(
                        LocalDate.ofInstant(close.openTime(), ZoneOffset.UTC), close.price(), BigDecimal.ZERO, label))
                .toList();
    }

    /** How the prices of an instrument are labelled. */
    static RunLabel label(String symbol) {
        return switch (SeriesKind.of(symbol)) {
            case MARKET -> RunLabel.PAPER;
            case SIMULATED -> RunLabel.SIMULATED;
            case REPLAYED -> RunLabel.BACKTEST;
        };
    }
}
