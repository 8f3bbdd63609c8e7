package dev.tradesuite.risk.correlation;

import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.risk.check.ReturnPeriod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where stored closes come from. */
@FunctionalInterface
public interface CloseSource {

    /**
     * The newest closes both symbols have in common.
     *
     * @param period from one close to the next
     * @param asOf only closes up to this moment; absent: up to now
     * @param most number of closes to look at
     * @throws UnavailableException when nobody can be asked
     */
    AlignedPrices closes(SymbolPair pair, ReturnPeriod period, @Nullable Instant asOf, int most)
            throws UnavailableException;

    /** The closes cannot be had at present. */
    final class UnavailableException extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param message why, for people */
        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
