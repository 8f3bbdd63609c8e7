package dev.tradesuite.orchestrator.order.paper;

import dev.tradesuite.orchestrator.order.OrderTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Keeps the paper broker's books. */
public interface PaperStore {

    /**
     * The working orders of a book with all legs of their brackets, and the order asked for whatever its standing. The
     * book is held until the transaction ends: nobody else reads or changes it meanwhile.
     */
    PaperState lock(BookKey book, String clientOrderId);

    /** As {@link #lock(BookKey, String)}, of the working orders alone. */
    PaperState lock(BookKey book);

    /**
     * Keeps what became of a locked book.
     *
     * @param changed orders that are new, were filled or ended
     * @param priced orders that only saw another candle
     */
    void save(BookKey book, BigDecimal position, List<PaperOrder> changed, List<PaperOrder> priced);

    /** An order and the legs of its bracket; empty when it is not known. */
    List<PaperOrder> find(String clientOrderId);

    /** Books with working orders in the instrument. */
    List<BookKey> waitingFor(String symbol);

    /** Books with working orders whose time is over. */
    List<BookKey> expiring(Instant now);

    /**
     * Names a book.
     *
     * @param accountId account
     * @param symbol instrument
     */
    record BookKey(String accountId, String symbol) {

        static BookKey of(String accountId, OrderTerms terms) {
            return new BookKey(accountId, terms.symbol());
        }
    }
}
