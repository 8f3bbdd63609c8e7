package dev.tradesuite.portfolio.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks brain-service. Every question throws a ServiceUnavailableException when it does not answer. */
public interface InstrumentHistory {

    /** Daily returns of instruments; of one without closes they are empty. */
    Map<String, InstrumentReturns> returns(Collection<String> symbols);

    /** Newest prices; of what none is known is absent. */
    Map<String, PricePoint> prices(Collection<String> symbols);

    /** Newest price of an instrument. */
    default Optional<PricePoint> price(String symbol) {
        return Optional.ofNullable(prices(List.of(symbol)).get(symbol));
    }
}
