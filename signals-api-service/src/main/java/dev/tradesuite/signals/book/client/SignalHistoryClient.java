package dev.tradesuite.signals.book.client;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.signals.book.SignalHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Asks the brain to judge bars of the past again. */
@Component
final class SignalHistoryClient implements SignalHistory {

    private final ReplayApi brain;
    private final SignalBarMapper mapper;
    private final ObjectReader lines;

    SignalHistoryClient(ReplayApi brain, SignalBarMapper mapper, JsonMapper json) {
        this.brain = brain;
        this.mapper = mapper;
        this.lines = json.readerFor(BarSignals.class);
    }

    @Override
    public List<SignalBar> page(SeriesName series, Instant from, Instant to, int limit) {
        byte[] answer = brain.replay(series.symbol(), series.timeframe(), from, to, limit);
        List<SignalBar> bars = new ArrayList<>();
        if (answer != null) {
            lines.<BarSignals>readValues(answer).forEachRemaining(bar -> bars.add(mapper.bar(bar)));
        }
        return bars;
    }

    @Override
    public long count(SeriesName series, Instant from, Instant to) {
        return brain.size(series.symbol(), series.timeframe(), from, to).bars();
    }
}
