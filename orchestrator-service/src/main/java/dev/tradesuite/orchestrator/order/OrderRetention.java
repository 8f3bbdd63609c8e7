package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.paper.PaperStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Forgets orders that ended long ago. */
final class OrderRetention {

    private final TradeOrders orders;
    private final PaperStore books;
    private final Duration keep;
    private final Clock clock;

    /** @param keep how long an order is kept after it has ended */
    OrderRetention(TradeOrders orders, PaperStore books, Duration keep, Clock clock) {
        this.orders = orders;
        this.books = books;
        this.keep = keep;
        this.clock = clock;
    }

    /** A part at a time, so that no transaction is long; legs go before what they protect. */
    void forget() {
        Instant moment = clock.instant().minus(keep);
        inParts(() -> orders.forgetEndedBefore(moment));
        inParts(() -> books.forgetEndedBefore(moment));
    }

    private static void inParts(IntSupplier part) {
        int forgotten;
        do {
            forgotten = part.getAsInt();
        } while (forgotten > 0);
    }
}
