package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Imports recorded trades and equity as a run of its own. */
public final class RecordImportService {

    private static final BigDecimal USUAL_CAPITAL = new BigDecimal("10000");

    private final RecordStore store;
    private final UnitOfWork work;
    private final Clock clock;

    public RecordImportService(RecordStore store, UnitOfWork work, Clock clock) {
        this.store = store;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What became of an import.
     *
     * @param run that was added; empty when nothing was stored
     * @param recorded what can be stored
     * @param tradesRead rows of the trades
     * @param pointsRead rows of the equity; empty without such a file
     */
    public record Imported(
            Optional<Long> run,
            RecordStore.Recorded recorded,
            int tradesRead,
            Optional<Integer> pointsRead,
            List<RefusedRecordRow> refused) {}

    /** What kind of strategy goes by a code already. */
    public Optional<StrategyType> knownType(String strategyCode) {
        return store.type(strategyCode);
    }

    /**
     * Imports; nothing is stored on a dry run, or when no trade can be.
     *
     * @param stored hears of it with the transaction that stores
     * @throws RecordFileException when a file cannot be read at all
     */
    public Imported run(RecordOrder order, Consumer<Imported> stored) {
        RecordReader reader = new RecordReader(order.symbol(), clock.instant());
        RecordReader.Read<RecordedTrade> trades = reader.trades(order.trades());
        Optional<RecordReader.Read<RecordedPoint>> points = order.equity().map(reader::equity);
        BigDecimal capital = order.startingCapital()
                .or(() ->
                        points.flatMap(read -> read.rows().stream().findFirst()).map(RecordedPoint::equity))
                .orElse(USUAL_CAPITAL);
        List<RecordedPoint> curve = points.map(RecordReader.Read::rows)
                .filter(rows -> !rows.isEmpty())
                .orElseGet(() -> curve(capital, trades.rows()));
        Imported read = new Imported(
                Optional.empty(),
                new RecordStore.Recorded(capital, trades.rows(), curve),
                trades.count(),
                points.map(RecordReader.Read::count),
                reader.refused());
        return order.isDryRun() || trades.rows().isEmpty() ? read : store(order, read, stored);
    }

    private Imported store(RecordOrder order, Imported read, Consumer<Imported> stored) {
        return work.durable(() -> {
            long run = store.add(order, read.recorded());
            Imported imported = new Imported(
                    Optional.of(run), read.recorded(), read.tradesRead(), read.pointsRead(), read.refused());
            stored.accept(imported);
            return imported;
        });
    }

    /** Capital and the sum of the trades after each moment at which some ended. */
    private static List<RecordedPoint> curve(BigDecimal capital, List<RecordedTrade> trades) {
        List<RecordedPoint> curve = new ArrayList<>();
        BigDecimal equity = capital;
        for (RecordedTrade trade : trades) {
            equity = equity.add(trade.profit());
            if (!curve.isEmpty() && curve.getLast().at().equals(trade.exit().at())) {
                curve.removeLast();
            }
            curve.add(new RecordedPoint(trade.exit().at(), equity));
        }
        return curve;
    }
}
