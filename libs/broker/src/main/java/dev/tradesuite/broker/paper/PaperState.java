package dev.tradesuite.broker.paper;

import dev.tradesuite.instruments.HeldLots;
import java.util.List;

/**
 * What is kept of a {@link PaperBook}.
 *
 * @param held who holds how much
 * @param orders orders of the book, oldest first
 */
public record PaperState(HeldLots held, List<PaperBookOrder> orders) {

    public PaperState {
        orders = List.copyOf(orders);
    }
}
