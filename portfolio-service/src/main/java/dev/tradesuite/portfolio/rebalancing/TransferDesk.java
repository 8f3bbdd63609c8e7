package dev.tradesuite.portfolio.rebalancing;

import java.math.BigDecimal;
import java.util.UUID;

/** Where cash is moved between accounts and portfolios. */
@FunctionalInterface
public interface TransferDesk {

    /**
     * Cash to be moved.
     *
     * @param id names it: asked for again it is the same
     * @param amount above 0 into the portfolio, below 0 out of it
     */
    record Piece(UUID id, String account, long portfolio, BigDecimal amount, String strategy, String reason) {}

    /** What became of it. */
    sealed interface Moved {

        /** It is in the books, since now or before. */
        record Done() implements Moved {}

        /** It is not free for now. */
        record NotFree(String why) implements Moved {}

        /** It cannot be moved at all. */
        record Refused(String why) implements Moved {}

        /** It is not known whether it was moved; asked for again it is the same. */
        record Silent(String why) implements Moved {}
    }

    /** Moves cash, or the same once more. */
    Moved move(Piece piece);
}
