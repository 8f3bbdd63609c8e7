package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Side;

/**
 * A way out of something held, such as a protective stop or the sale of an outcome: it takes nothing and can lose
 * nothing new, so only trading states have a say.
 *
 * <p>Unlike a trade that closes a position it counts against nothing that others may close: the one that comes first
 * ends the other.
 *
 * @param symbol instrument, or market
 * @param side of the order
 * @param size of the order
 */
public record ProposedExit(String symbol, Side side, OrderSize size) implements Proposal {

    @Override
    public Figure lossAtStop(String currency) {
        return Figure.zero();
    }

    @Override
    public Figure margin(String currency) {
        return Figure.zero();
    }

    @Override
    public Figure notional(String currency) {
        return Figure.zero();
    }
}
