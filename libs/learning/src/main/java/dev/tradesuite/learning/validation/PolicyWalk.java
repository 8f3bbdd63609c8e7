package dev.tradesuite.learning.validation;

import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.policy.TradingSeries;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import dev.tradesuite.learning.report.TradeLog;
import dev.tradesuite.learning.report.TradingFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Judges a way to train a policy: on every fold it learns anew, then trades the later bars as it would be asked live.
 *
 * @param walk the folds
 * @param spread what a purchase and the sale after it cost together, price units
 * @param seed of the bootstrap
 */
public record PolicyWalk(WalkForward walk, double spread, long seed) {

    /** The report over all folds. */
    public ModelReport run(PolicyBars bars, Function<TradingSeries, TradingPolicy> trainer) {
        int[] entries = IntStream.range(0, bars.rows()).map(bars::bar).toArray();
        int[] lastBars = IntStream.of(entries).map(bar -> bar + 1).toArray();
        List<PeriodFigures> figures = new ArrayList<>();
        TradeLog all = new TradeLog();
        List<Fold> folds = walk.over(entries, lastBars);
        for (Fold fold : folds) {
            TradingPolicy policy = trainer.apply(bars.series(fold.train().size(), spread));
            TradeLog log =
                    traded(bars, policy, fold.test().getFirst(), fold.test().getLast());
            figures.add(figures(bars, fold, fold, log));
            all.add(log);
        }
        return ModelReport.of(figures, figures(bars, folds.getFirst(), folds.getLast(), all));
    }

    /** Begins and ends flat; a trade is counted when its position ends. */
    private TradeLog traded(PolicyBars bars, TradingPolicy policy, int first, int last) {
        TradeLog log = new TradeLog();
        int position = 0;
        double open = 0;
        double held = -2 * bars.cost(first, spread);
        for (int row = first; row <= last + 1; row++) {
            int at = Math.min(row, last);
            int next = row > last ? 0 : bars.position(policy, row);
            double cost = bars.cost(at, spread);
            double earned = row > last ? 0 : next * bars.nextReturn(row);
            log.book(bars.millis(at), earned - cost * Math.abs(next - position));
            if (next != position && position != 0) {
                log.count(open - cost > 0);
            }
            open = next == position ? open + earned : earned - cost * Math.abs(next);
            held += row > last ? 0 : bars.nextReturn(row);
            position = next;
        }
        log.held(held);
        return log;
    }

    private PeriodFigures figures(PolicyBars bars, Fold first, Fold last, TradeLog log) {
        return new PeriodFigures(
                Instant.ofEpochMilli(bars.millis(first.test().getFirst())),
                Instant.ofEpochMilli(bars.millis(last.test().getLast())),
                last.train().size(),
                last.test().getLast() - first.test().getFirst() + 1,
                null,
                TradingFigures.of(log, seed));
    }
}
