package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.series.PagePlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened, and who has read of it. */
public interface ActivityStore {

    /**
     * Adds a line with the transaction under way.
     *
     * @return its id; empty when its event was told of before
     */
    OptionalLong add(Happening what);

    /**
     * Lines a reader may see, the newest first.
     *
     * @param after only what comes after this place; empty: from the newest on
     */
    List<KeptActivity> page(ActivityFilter filter, ActivityReader reader, Optional<PagePlace> after, int most);

    /**
     * Notifications a reader may see, the newest first, with when it read them.
     *
     * @param unreadOnly whether those are left out that it has read
     * @param after only what comes after this place; empty: from the newest on
     */
    List<KeptActivity> notifications(ActivityReader reader, boolean unreadOnly, Optional<PagePlace> after, int most);

    /** How many notifications a reader may see and has not read. */
    int unread(ActivityReader reader);

    /** The place of a notification a reader may see; empty when there is none. */
    Optional<PagePlace> notification(ActivityReader reader, long id);

    /** Notes that a reader has read a notification; returns how many were unread. */
    int read(ActivityReader reader, long id, Instant now);

    /** Notes that a reader has read a notification and all before it; returns how many were unread. */
    int readUpTo(ActivityReader reader, PagePlace last, Instant now);

    /**
     * Removes some lines that happened before a moment.
     *
     * @param decisions moment for those of decisions
     * @return whether more are left
     */
    boolean removeSomeBefore(Instant moment, Instant decisions);
}
