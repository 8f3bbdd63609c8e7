package dev.tradesuite.support.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers owners for a short while, so that most requests ask nobody.
 *
 * <p>While the books do not answer, an owner that was known counts on: a position must be closed also then. Who was
 * never known stays unknown, and the request fails. What does not exist is not remembered: it may be opened at any
 * time. Safe for many threads.
 */
final class KnownOwners implements OwnerSource {

    private static final int MOST = 100_000;
    private static final Duration LISTS_KNOWN_FOR = Duration.ofSeconds(2);

    private final OwnerSource books;
    private final Duration knownFor;
    private final Duration withoutBooks;
    private final Clock clock;
    private final Cache<OwnedBooks, Known> owners;
    private final Cache<Owned, Set<String>> lists;

    /** How often an owner was learned; a list that was asked for before the last time may lack what is theirs. */
    private final AtomicLong learned = new AtomicLong();

    private record Known(String owner, Instant asked) {}

    private record Owned(OwnedBooks.Kind kind, Set<String> owners) {}

    /**
     * Remembers what these books say.
     *
     * @param knownFor how long an answer counts without asking again
     * @param withoutBooks how long it counts while they do not answer
     */
    KnownOwners(OwnerSource books, Duration knownFor, Duration withoutBooks, Clock clock) {
        this.books = books;
        this.knownFor = knownFor;
        this.withoutBooks = withoutBooks;
        this.clock = clock;
        Caffeine<Object, Object> caches =
                Caffeine.newBuilder().maximumSize(MOST).ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
        this.owners = caches.build();
        this.lists = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(LISTS_KNOWN_FOR)
                .build();
    }

    @Override
    public Optional<String> ownerOf(OwnedBooks of) {
        Instant now = clock.instant();
        Known known = owners.getIfPresent(of);
        if (known != null && isWithin(known, knownFor, now)) {
            return Optional.of(known.owner);
        }
        try {
            Optional<String> owner = books.ownerOf(of);
            owner.ifPresentOrElse(name -> owners.put(of, new Known(name, now)), () -> owners.invalidate(of));
            if (!owner.equals(Optional.ofNullable(known).map(Known::owner))) {
                // Whoever was let through to books finds them in lists, too.
                forgetLists();
            }
            return owner;
        } catch (ServiceUnavailableException e) {
            if (known != null && isWithin(known, withoutBooks, now)) {
                return Optional.of(known.owner);
            }
            throw e;
        }
    }

    @Override
    public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> names) {
        Owned asked = new Owned(kind, names);
        Set<String> known = lists.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        long before = learned.get();
        Set<String> found = Set.copyOf(books.ownedBy(kind, names));
        if (learned.get() == before) {
            lists.put(asked, found);
        }
        return found;
    }

    /** Asks anew the next time. */
    void forget(OwnedBooks of) {
        owners.invalidate(of);
        forgetLists();
    }

    private void forgetLists() {
        learned.incrementAndGet();
        lists.invalidateAll();
    }

    private static boolean isWithin(Known known, Duration age, Instant now) {
        return now.isBefore(known.asked.plus(age));
    }
}
