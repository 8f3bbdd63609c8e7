package dev.tradesuite.support.event;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The messages of one instance in the table of the outbox, and what it knows of the other instances. */
interface OutboxTable {

    /** Adds a message of this instance, in the transaction under way. */
    void insert(OutboxMessage message);

    /** The oldest messages of this instance, in the order they were made. */
    List<OutboxMessage> oldest(int most);

    /** Whether a message of this instance has been waiting for longer. */
    boolean hasOlderThan(Duration age);

    /** Deletes what was sent. */
    void delete(Collection<UUID> ids);

    /** Says that this instance lives. */
    void beat();

    /**
     * Takes over the messages of instances that have gone.
     *
     * @param silentToo also those of instances that have not said for a while, by the clock of the database, that they
     *     live
     * @return whether there were any
     */
    boolean adopt(boolean silentToo);

    /** Says that this instance goes; others may send what it leaves. */
    void leave();
}
