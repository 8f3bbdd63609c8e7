package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Keeps what happened, tells the feed of it, and knows who has read which notification. */
public final class ActivityService {

    private final ActivityStore store;
    private final ActivityEvents events;
    private final ActivityReachService reaches;
    private final UnitOfWork work;
    private final Rules rules;
    private final Clock clock;

    public ActivityService(
            ActivityStore store,
            ActivityEvents events,
            ActivityReachService reaches,
            UnitOfWork work,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.reaches = reaches;
        this.work = work;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is kept for how long, and what is a notification.
     *
     * @param topics what somebody wants to be told of
     * @param notifyWithin how long after it happened something is a notification; an event that comes later, such as
     *     all that a topic still has at the first start, is an activity alone
     * @param kept how long lines are kept after they happened
     * @param decisionsKept how long those of decisions are, where that is shorter
     */
    public record Rules(Set<NotificationTopic> topics, Duration notifyWithin, Duration kept, Duration decisionsKept) {

        public Rules {
            topics = Set.copyOf(topics);
            decisionsKept = decisionsKept.compareTo(kept) < 0 ? decisionsKept : kept;
        }

        private Duration keptOf(ActivityKind kind) {
            return kind == ActivityKind.DECISION ? decisionsKept : kept;
        }
    }

    /** A notification was read. */
    public record Read(int marked, int unread) {}

    /** Whom a message about it may reach; asks other services, so it is asked before a transaction begins. */
    public StreamAudience audience(Happening what) {
        return reaches.audience(what.reach());
    }

    /**
     * Keeps something that happened, together with the transaction under way; nothing happens when its event was told
     * of before, or its time is over already.
     *
     * @param audience as {@link #audience} says
     */
    public void add(Happening what, StreamAudience audience) {
        Duration age = Duration.between(what.origin().at(), clock.instant());
        if (age.compareTo(rules.keptOf(what.kind())) > 0) {
            return;
        }
        boolean isNews = age.compareTo(rules.notifyWithin()) <= 0;
        Happening told =
                isNews && what.topic().filter(rules.topics()::contains).isPresent() ? what : what.asActivityOnly();
        OptionalLong id = store.add(told);
        id.ifPresent(number -> events.added(number, told, audience));
    }

    /** Lines, as {@link ActivityStore#page} has them. */
    public List<KeptActivity> page(ActivityFilter filter, ActivityReader reader, Optional<PagePlace> after, int most) {
        return store.page(filter, reader, after, most);
    }

    /** Notifications, as {@link ActivityStore#notifications} has them. */
    public List<KeptActivity> notifications(
            ActivityReader reader, boolean unreadOnly, Optional<PagePlace> after, int most) {
        return store.notifications(reader, unreadOnly, after, most);
    }

    /** How many notifications a reader has not read. */
    public int unread(ActivityReader reader) {
        return store.unread(reader);
    }

    /**
     * Notes that a reader has read a notification.
     *
     * @param andBefore whether it has read all before it as well
     * @return empty when there is no such notification that it may see
     */
    public Optional<Read> read(ActivityReader reader, long id, boolean andBefore) {
        return work.durable(() -> store.notification(reader, id).map(place -> {
            int marked = andBefore
                    ? store.readUpTo(reader, place, clock.instant())
                    : store.read(reader, id, clock.instant());
            return new Read(marked, store.unread(reader));
        }));
    }

    /** Removes what its time is over for, a little at a time. */
    public void removeOld() {
        boolean isMore = true;
        while (isMore) {
            isMore = work.relaxed(() -> store.removeSomeBefore(
                    clock.instant().minus(rules.kept()), clock.instant().minus(rules.decisionsKept())));
        }
    }
}
