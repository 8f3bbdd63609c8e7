package dev.tradesuite.training.command;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.training.TrainingException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a purchase and the sale after it cost together, where nobody says otherwise: what paper accounts pay. */
final class Spreads {

    private Spreads() {}

    /**
     * The stated costs, else those of two fills of a paper account. Without any nothing is trained: costs decide what
     * pays.
     *
     * @param price a price of the instrument
     */
    static double of(String symbol, @Nullable Double stated, double price) {
        if (stated != null) {
            return stated;
        }
        Instrument instrument = InstrumentCatalog.shipped()
                .find(symbol)
                .orElseThrow(() -> new TrainingException(
                        "the costs of %s are not known; state them with --spread, in".formatted(symbol)
                                + " units of the price"));
        BigDecimal distance = FillCostTable.shipped().of(instrument).distance(instrument, BigDecimal.valueOf(price));
        return 2 * distance.doubleValue();
    }
}
