package dev.tradesuite.brain.candle.web;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.support.problem.ProblemException;
import java.util.List;

/** The name a caller gives the source of candles. */
final class SourceName {

    private SourceName() {}

    /**
     * The name, which is none of the suite's own: nobody else writes made-up series, or says that it did.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} naming the field
     */
    static String requireFree(String name) {
        if (SeriesKind.MARKET.takes(name)) {
            return name;
        }
        throw ProblemException.invalid(List.of(new FieldError(
                "source",
                RowRefusal.SOURCE_NOT_ALLOWED.name(),
                "expected another name than those of the suite's own made-up prices",
                name)));
    }
}
