package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.PriceTable;
import dev.tradesuite.quant.moment.ReturnTable;
import java.util.List;
import java.util.Optional;

/** What there is to choose from, in one of the four forms it is told. */
public sealed interface AssetData {

    /**
     * Daily returns of registered strategies.
     *
     * @param windowDays days up to today, that one included
     * @param label whose returns count; empty for the only one there is
     * @param mixed whether returns of several labels may be used together
     */
    record Registered(List<String> codes, int windowDays, Optional<RunLabel> label, boolean mixed)
            implements AssetData {

        public Registered {
            codes = List.copyOf(codes);
        }
    }

    /** Prices told in the request. */
    record Priced(PriceTable prices) implements AssetData {}

    /** Returns told in the request. */
    record Returned(ReturnTable returns) implements AssetData {}

    /**
     * Moments of a year told in the request.
     *
     * @param expectedReturns in the order of the codes
     * @param repair whether negative eigenvalues may be made 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Given(List<String> codes, double[] expectedReturns, SymmetricMatrix covariance, boolean repair)
            implements AssetData {

        public Given {
            codes = List.copyOf(codes);
        }
    }
}
