package dev.tradesuite.broker.paper;

import dev.tradesuite.instruments.HeldLots;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the paper broker's books. */
public interface PaperStore {

    /** Does the work in one transaction, or in the one that is there already. */
    <T> T together(Supplier<T> work);

    /**
     * The working orders of a book with all legs of their brackets, and the orders asked for wherever they stand. The
     * book is held until the transaction ends: nobody else reads or changes it meanwhile.
     */
    PaperState lock(BookKey book, Collection<String> clientOrderIds);

    /**
     * Keeps what became of a locked book.
     *
     * @param held who holds how much
     * @param changed orders that are new, were filled, moved or ended
     * @param priced orders that only saw another candle
     */
    void save(BookKey book, HeldLots held, List<PaperBookOrder> changed, List<PaperBookOrder> priced);

    /** Those of an account's orders that are known, and the legs of their brackets; oldest first. */
    List<PaperBookOrder> find(String accountId, Collection<String> clientOrderIds);

    /** Who holds how much. */
    HeldLots held(BookKey book);

    /** Whether any order works in the instrument. */
    boolean waitsFor(String symbol);

    /** Books with working orders in the instrument, in the order in which they are locked. */
    List<BookKey> waitingFor(String symbol);

    /** Books with working orders whose time is over, in the order in which they are locked. */
    List<BookKey> expiring(Instant now);

    /** Forgets orders that ended before the moment and that no working order needs; a part of them at a time. */
    int forgetEndedBefore(Instant moment);

    /**
     * Names a book.
     *
     * @param accountId account
     * @param symbol instrument
     */
    record BookKey(String accountId, String symbol) {}
}
