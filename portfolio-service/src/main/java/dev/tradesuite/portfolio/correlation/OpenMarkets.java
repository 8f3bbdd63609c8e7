package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import java.time.Instant;
import java.util.List;

/**
 * Whether any market is open that strategies trade on: that of the instrument a source names; accounts and portfolios
 * may trade at any time, and imported returns change by themselves never.
 */
final class OpenMarkets {

    private static final String HOLD = "hold:";
    private static final String MODEL = "model:";

    private final InstrumentCatalog catalog;
    private final MarketHours hours;

    OpenMarkets(InstrumentCatalog catalog, MarketHours hours) {
        this.catalog = catalog;
        this.hours = hours;
    }

    boolean any(List<CorrelatedStrategies.One> strategies, Instant now) {
        return strategies.stream().filter(one -> !one.retired()).anyMatch(one -> isOpen(one.source(), now));
    }

    private boolean isOpen(String source, Instant now) {
        if (source.startsWith(HOLD) || source.startsWith(MODEL)) {
            return catalog.find(source.substring(source.lastIndexOf(':') + 1))
                    .filter(instrument -> hours.status(instrument, now) == MarketStatus.OPEN)
                    .isPresent();
        }
        return source.startsWith("account:") || source.startsWith("portfolio:");
    }
}
