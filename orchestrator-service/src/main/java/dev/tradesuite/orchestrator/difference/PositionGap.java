package dev.tradesuite.orchestrator.difference;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position that is another at its broker than in the books.
 *
 * @param accountId account
 * @param symbol instrument
 * @param broker where it is held
 * @param brokerLots what it holds, negative when short
 * @param bookLots what the books say, negative when short
 * @param since when they were first seen to be so far apart
 * @param told how far apart they were when that was told last; absent: it was not told yet
 */
public record PositionGap(
        String accountId,
        String symbol,
        String broker,
        BigDecimal brokerLots,
        BigDecimal bookLots,
        Instant since,
        @Nullable BigDecimal told) {

    /** How far apart they are. */
    BigDecimal lots() {
        return brokerLots.subtract(bookLots);
    }

    /** Whether the world has heard of it. */
    public boolean isTold() {
        return told != null;
    }

    /** As it is seen now: as old as before where they are as far apart as before. */
    PositionGap seen(BigDecimal atBroker, BigDecimal inBooks, String by, Instant now) {
        boolean isSame = atBroker.subtract(inBooks).compareTo(lots()) == 0;
        return new PositionGap(accountId, symbol, by, atBroker, inBooks, isSame ? since : now, told);
    }

    /** Whether this is to be told: it is old enough, and not what was told last. */
    boolean isDue(Instant latest) {
        return !since.isAfter(latest) && (told == null || told.compareTo(lots()) != 0);
    }

    PositionGap asTold() {
        return new PositionGap(accountId, symbol, broker, brokerLots, bookLots, since, lots());
    }

    /** As it was, with the lots that both hold now. */
    PositionGap agreeing(BigDecimal lots) {
        return new PositionGap(accountId, symbol, broker, lots, lots, since, told);
    }
}
