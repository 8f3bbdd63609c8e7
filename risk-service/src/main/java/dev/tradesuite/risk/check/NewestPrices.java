package dev.tradesuite.risk.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** Newest known prices of instruments. */
@FunctionalInterface
public interface NewestPrices {

    /** The prices that are known; those of the others are absent, as are all when nobody can be asked. */
    Map<String, BigDecimal> of(Collection<String> symbols);
}
