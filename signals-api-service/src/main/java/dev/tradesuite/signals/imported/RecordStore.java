package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.signals.StrategyType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where recorded runs are kept. */
public interface RecordStore {

    /** What kind of strategy goes by a code; empty when none does. */
    Optional<StrategyType> type(String strategyCode);

    /** Adds a run, and its strategy when it is new, with the transaction under way; returns the run. */
    long add(RecordOrder order, Recorded recorded);

    /**
     * What was recorded.
     *
     * @param trades by the time they ended, at least one
     * @param points oldest first, at least one
     */
    record Recorded(BigDecimal startingCapital, List<RecordedTrade> trades, List<RecordedPoint> points) {

        /** Its last moment: a trade can end after the last point. */
        public Instant end() {
            Instant point = points.getLast().at();
            Instant exit = trades.getLast().exit().at();
            return exit.isAfter(point) ? exit : point;
        }
    }
}
