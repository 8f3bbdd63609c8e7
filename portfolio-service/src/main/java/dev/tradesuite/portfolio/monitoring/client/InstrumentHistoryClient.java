package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.portfolio.monitoring.InstrumentHistory;
import dev.tradesuite.portfolio.monitoring.InstrumentReturns;
import dev.tradesuite.portfolio.monitoring.PricePoint;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks brain-service for daily closes and prices. */
@Component
final class InstrumentHistoryClient implements InstrumentHistory {

    /** A little more than a year of days counts at most by default; two are asked for, since symbols differ in days. */
    private static final int CLOSES = 800;

    private final InstrumentHistoryApi brain;
    private final Clock clock;

    InstrumentHistoryClient(InstrumentHistoryApi brain, Clock clock) {
        this.brain = brain;
        this.clock = clock;
    }

    @Override
    public Map<String, InstrumentReturns> returns(Collection<String> symbols) {
        Instant now = clock.instant();
        ClosesTable table = brain.closes(String.join(",", symbols), Timeframe.D1.name(), CLOSES);
        Map<String, InstrumentReturns> returns = new HashMap<>();
        table.symbols()
                .forEach(
                        column -> returns.put(column.symbol(), InstrumentReturns.ofCloses(closes(table, column), now)));
        return returns;
    }

    @Override
    public Map<String, PricePoint> prices(Collection<String> symbols) {
        return brain.prices(String.join(",", symbols)).prices().stream()
                .collect(Collectors.toMap(
                        LatestPrices.LatestPrice::symbol, each -> new PricePoint(each.price(), each.at())));
    }

    private static NavigableMap<LocalDate, Double> closes(ClosesTable table, ClosesTable.SymbolCloses column) {
        NavigableMap<LocalDate, Double> closes = new TreeMap<>();
        for (int i = 0; i < table.times().size(); i++) {
            BigDecimal close = column.closes().get(i);
            if (close != null && close.signum() > 0) {
                closes.put(LocalDate.ofInstant(table.times().get(i), ZoneOffset.UTC), close.doubleValue());
            }
        }
        return closes;
    }
}
