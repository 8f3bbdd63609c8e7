package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books the fills that no event has told of: Kafka may lose its log, the orchestrator's database does not.
 *
 * <p>It asks again for the last ten minutes before the newest fill it knows of, because a transaction that began before
 * another may end after it. A fill that is booked already changes nothing, whoever tells of it.
 */
public final class FillCatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(FillCatchUp.class);
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final FillSource source;
    private final AccountTrades trades;
    private final BookingService books;
    private final CatchUpMark mark;

    public FillCatchUp(FillSource source, AccountTrades trades, BookingService books, CatchUpMark mark) {
        this.source = source;
        this.trades = trades;
        this.books = books;
        this.mark = mark;
    }

    /** Asks for everything since the last time, page by page; a page that was booked is not asked for again. */
    public void run() {
        Instant since = mark.get().map(until -> until.minus(OVERLAP)).orElse(Instant.EPOCH);
        Optional<String> cursor = Optional.empty();
        do {
            FillSource.Page page = source.page(since, cursor);
            book(page);
            page.bookedUntil().ifPresent(mark::set);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    private void book(FillSource.Page page) {
        Set<UUID> missing = trades.unknown(page.fills().stream().map(Fill::id).collect(Collectors.toSet()));
        page.fills().stream().filter(fill -> missing.contains(fill.id())).forEach(this::book);
    }

    private void book(Fill fill) {
        try {
            if (books.book(fill, Optional.empty()).isPresent()) {
                LOG.info("Booked fill {} of account {}, of which no event had told", fill.id(), fill.accountId());
            }
        } catch (FillRefusedException e) {
            LOG.warn("Fill {} of account {} is not booked: {}", fill.id(), fill.accountId(), e.getMessage());
        }
    }
}
