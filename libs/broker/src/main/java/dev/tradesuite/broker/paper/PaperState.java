package dev.tradesuite.broker.paper;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is kept of a {@link PaperBook}.
 *
 * @param position net position in lots, negative when short
 * @param orders orders of the book, oldest first
 */
public record PaperState(BigDecimal position, List<PaperBookOrder> orders) {

    public PaperState {
        orders = List.copyOf(orders);
    }
}
