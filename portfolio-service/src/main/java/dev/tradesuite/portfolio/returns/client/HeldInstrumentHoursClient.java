package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.HourEquity;
import dev.tradesuite.portfolio.returns.HourlySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Instruments held, from the hourly closes of brain-service. An hour without a candle has no end. */
@Component
final class HeldInstrumentHoursClient implements HourlySource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DailyClosesApi brain;

    HeldInstrumentHoursClient(DailyClosesApi brain) {
        this.brain = brain;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.HeldInstrument;
    }

    @Override
    public Answer hours(StrategySource source, Instant after, Instant now) {
        return source instanceof StrategySource.HeldInstrument(String symbol)
                ? HourAnswers.of(after, () -> ends(symbol, after, now))
                : new Answer.Hours(List.of());
    }

    /** So many rows reach back far enough wherever the market trades every hour, and further where it does not. */
    private List<HourEquity> ends(String symbol, Instant after, Instant now) {
        ClosesTable table = brain.closes(
                symbol,
                Timeframe.H1.name(),
                Math.toIntExact(Duration.between(after, now).toHours() + 2),
                now.toString());
        RunLabel label = HeldInstrumentClient.label(symbol);
        return TimedClose.of(symbol, table).stream()
                .map(close -> HourEquity.of(close.openTime().plus(HOUR), close.price(), label))
                .toList();
    }
}
