package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.activity.Happening.About;
import dev.tradesuite.signals.activity.Happening.Origin;
import dev.tradesuite.signals.activity.WatchedSuite.UsedLimit;
import dev.tradesuite.signals.activity.WatchedSuite.WatchedFeed;
import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.JobStore;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.support.store.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what no event tells: feeds that are late, controllers that went offline, limits that are near, jobs that
 * are over. Every instance looks; the state that was found last is in the database, and whoever changes it tells.
 */
public final class WatchService {

    /** How much less of a limit has to be used again before it is no longer near. */
    private static final double MARGIN = 0.05;

    /** An account is looked at so often after it has changed: risk-service hears of the change later than this does. */
    private static final int LOOKS = 2;

    private static final int JOBS = 50;
    private static final double PERCENT = 100;

    private static final String GOOD = "GOOD";
    private static final String BAD = "BAD";

    private final WatchedSuite suite;
    private final JobStore jobs;
    private final WatchStore store;
    private final ActivityService activities;
    private final UnitOfWork work;
    private final Limits limits;
    private final Clock clock;

    private final Map<String, Integer> accounts = new ConcurrentHashMap<>();
    private final Set<String> offline = ConcurrentHashMap.newKeySet();
    private final Set<ToldJob> toldJobs = ConcurrentHashMap.newKeySet();

    public WatchService(
            WatchedSuite suite,
            JobStore jobs,
            WatchStore store,
            ActivityService activities,
            UnitOfWork work,
            Limits limits,
            Clock clock) {
        this.suite = suite;
        this.jobs = jobs;
        this.store = store;
        this.activities = activities;
        this.work = work;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * From when on something is told of.
     *
     * @param limitUse part of a limit from which on it is near
     * @param feedBarsMissing bars a feed misses from which on it is late
     */
    public record Limits(double limitUse, int feedBarsMissing) {}

    /** An account has changed: its limits are looked at. */
    public void accountChanged(String account) {
        accounts.put(account, LOOKS);
    }

    /** Looks whether feeds are late. */
    public void lookAtFeeds() {
        suite.feeds().ifPresent(feeds -> feeds.forEach(this::lookAt));
    }

    private void lookAt(WatchedFeed feed) {
        Long missing = feed.barsMissing();
        boolean isShort = missing != null && missing >= limits.feedBarsMissing();
        boolean isLate =
                switch (feed.phase()) {
                    case FAILING -> true;
                    case BEGINNING, GOING -> isShort;
                };
        if (feed.phase() == WatchedSuite.Phase.BEGINNING) {
            return;
        }
        String subject = "feed:" + feed.name();
        About about = About.NOTHING.withSubject(feed.name());
        if (isLate) {
            moved(
                    subject,
                    BAD,
                    _ -> true,
                    () -> happening(
                            ActivityKind.FEED, "feed.late", late(feed, missing), about, NotificationTopic.FEED_LATE));
        } else {
            moved(
                    subject,
                    GOOD,
                    BAD::equals,
                    () -> happening(
                            ActivityKind.FEED,
                            "feed.in_time",
                            "Feed %s is in time again".formatted(feed.name()),
                            about,
                            null));
        }
    }

    private static String late(WatchedFeed feed, @Nullable Long missing) {
        String bars = missing == null || missing == 0 ? "" : ", %d bars are missing".formatted(missing);
        String error = feed.lastError() == null ? "" : ": " + feed.lastError();
        return "Feed %s is late%s%s".formatted(feed.name(), bars, error);
    }

    /** Looks whether controllers that were online went offline; one that never was has not been started. */
    public void lookAtControllers() {
        suite.controllers().ifPresent(controllers -> controllers.forEach(this::lookAt));
    }

    private void lookAt(String controller, boolean isOnline) {
        String subject = "controller:" + controller;
        About about = About.NOTHING.withStrategy(controller).withSubject(controller);
        if (isOnline) {
            offline.remove(controller);
            moved(
                    subject,
                    GOOD,
                    BAD::equals,
                    () -> happening(
                            ActivityKind.CONTROLLER,
                            "controller.online",
                            "Controller %s is online again".formatted(controller),
                            about,
                            null));
        } else if (!offline.add(controller) && store.state(subject).isPresent()) {
            // Twice in a row: an answer that came late is no outage.
            moved(
                    subject,
                    BAD,
                    GOOD::equals,
                    () -> happening(
                            ActivityKind.CONTROLLER,
                            "controller.offline",
                            "Controller %s is offline".formatted(controller),
                            about,
                            NotificationTopic.CONTROLLER_OFFLINE));
        }
    }

    /** Looks at the limits of accounts that have changed. */
    public void lookAtLimits() {
        for (String account : Set.copyOf(accounts.keySet())) {
            accounts.computeIfPresent(account, (_, looks) -> looks > 1 ? looks - 1 : null);
            suite.limits(account)
                    .ifPresentOrElse(
                            used -> used.forEach(limit -> lookAt(account, limit)),
                            () -> accounts.putIfAbsent(account, 1));
        }
    }

    private void lookAt(String account, UsedLimit limit) {
        String subject = "limit:%s:%s".formatted(account, limit.name());
        if (limit.use() >= limits.limitUse()) {
            moved(
                    subject,
                    BAD,
                    _ -> true,
                    () -> ofAccount(
                            "limit.near",
                            "Account %s has used %d %% of its limit %s"
                                    .formatted(account, percent(limit.use()), limit.name()),
                            account,
                            NotificationTopic.LIMIT_NEAR));
        } else if (limit.use() < limits.limitUse() - MARGIN) {
            moved(
                    subject,
                    GOOD,
                    BAD::equals,
                    () -> ofAccount(
                            "limit.left",
                            "Account %s has used only %d %% of its limit %s again"
                                    .formatted(account, percent(limit.use()), limit.name()),
                            account,
                            null));
        }
    }

    private static long percent(double use) {
        return (long) Math.floor(use * PERCENT);
    }

    /** Looks which jobs were asked for and which are over. */
    public void lookAtJobs() {
        List<BookJob> page = jobs.page(null, JOBS);
        // Of those that are not looked at any more nothing has to be known.
        Set<Long> looked = page.stream().map(BookJob::id).collect(Collectors.toSet());
        toldJobs.removeIf(told -> !looked.contains(told.job()));
        page.forEach(job -> {
            tell(job, "asked", job.createdAt());
            if (job.state().isOver()) {
                tell(job, job.state().name().toLowerCase(Locale.ROOT), ended(job));
            }
        });
    }

    /**
     * What was told of a job.
     *
     * @param job its number
     * @param what became of it
     */
    private record ToldJob(long job, String what) {}

    /** Of how many jobs it knows what it has told. */
    long knownJobs() {
        return toldJobs.stream().map(ToldJob::job).distinct().count();
    }

    private static Instant ended(BookJob job) {
        return job.parts().stream()
                .map(part -> part.times().updated())
                .max(Instant::compareTo)
                .orElse(job.createdAt());
    }

    /** The event has the same id wherever it is found: it is told of once. */
    private void tell(BookJob job, String what, Instant at) {
        String name = "job:%d:%s".formatted(job.id(), what);
        ToldJob told = new ToldJob(job.id(), what);
        if (toldJobs.contains(told)) {
            return;
        }
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        boolean isFailed = what.equals(JobState.FAILED.name().toLowerCase(Locale.ROOT));
        String kind = job.order().kind().name().toLowerCase(Locale.ROOT);
        Happening happening = new Happening(
                new Origin(id, "job." + what, at, null),
                ActivityKind.JOB,
                what.equals("asked")
                        ? "A %s was asked for, job %d".formatted(kind, job.id())
                        : "The %s of job %d is %s".formatted(kind, job.id(), what),
                About.NOTHING.withSubject(job.id()),
                new ActivityReach.Readers(),
                isFailed ? Optional.of(NotificationTopic.JOB_FAILED) : Optional.empty());
        keep(happening, () -> true);
        toldJobs.add(told);
    }

    /** Tells of another state than the last time, if it is worth it. */
    private void moved(String subject, String state, Predicate<String> isTold, Supplier<Happening> what) {
        Optional<String> before = store.state(subject);
        if (before.filter(state::equals).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        if (isTold.test(before.orElse(""))) {
            keep(what.get(), () -> store.move(subject, before, state, now));
        } else {
            work.durable(() -> store.move(subject, before, state, now));
        }
    }

    private void keep(Happening what, Supplier<Boolean> isOurs) {
        // Other services are asked before the transaction begins.
        StreamAudience audience = activities.audience(what);
        work.durable(() -> {
            if (isOurs.get()) {
                activities.add(what, audience);
            }
        });
    }

    private Happening ofAccount(String event, String summary, String account, @Nullable NotificationTopic topic) {
        return new Happening(
                origin(event),
                ActivityKind.LIMIT,
                summary,
                About.account(account),
                ActivityReach.ofAccount(account),
                Optional.ofNullable(topic));
    }

    private Happening happening(
            ActivityKind kind, String event, String summary, About about, @Nullable NotificationTopic topic) {
        return new Happening(
                origin(event), kind, summary, about, new ActivityReach.Readers(), Optional.ofNullable(topic));
    }

    private Origin origin(String event) {
        return new Origin(UUID.randomUUID(), event, clock.instant(), null);
    }
}
