package dev.tradesuite.signals.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.activity.WatchedSuite.Phase;
import dev.tradesuite.signals.activity.WatchedSuite.UsedLimit;
import dev.tradesuite.signals.activity.WatchedSuite.WatchedFeed;
import dev.tradesuite.signals.job.FakeJobStore;
import dev.tradesuite.signals.job.JobOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchServiceTest {

    private final ActivityWorld world = new ActivityWorld();
    private final FakeSuite suite = new FakeSuite();
    private final FakeStates states = new FakeStates();
    private final FakeJobStore jobs = new FakeJobStore();
    private final WatchService watch = instance();

    @Test
    void feedThatMissesBarsIsLateOnceAndInTimeAgainOnce() {
        feed(Phase.GOING, 0L);
        feed(Phase.GOING, 2L);
        assertThat(world.events()).isEmpty();

        feed(Phase.GOING, 3L);
        feed(Phase.GOING, 4L);
        feed(Phase.GOING, null);
        feed(Phase.GOING, 0L);

        assertThat(world.events()).containsExactly("feed.late", "feed.in_time");
        assertThat(world.topics()).containsExactly(NotificationTopic.FEED_LATE);
        assertThat(world.store.lines.getFirst().summary()).isEqualTo("Feed sim is late, 3 bars are missing");
    }

    @Test
    void feedThatFailsIsLateAndOneThatBeginsIsNotJudged() {
        feed(Phase.BEGINNING, 500L);
        assertThat(world.events()).isEmpty();

        suite.feeds = Optional.of(List.of(new WatchedFeed("twelve", Phase.FAILING, null, "HTTP 500")));
        watch.lookAtFeeds();

        assertThat(world.store.lines.getFirst().summary()).isEqualTo("Feed twelve is late: HTTP 500");
    }

    @Test
    void nothingIsSaidOfWhatNobodyAnswers() {
        feed(Phase.FAILING, null);
        suite.feeds = Optional.empty();
        watch.lookAtFeeds();
        suite.controllers = Optional.empty();
        watch.lookAtControllers();

        assertThat(world.events()).containsExactly("feed.late");
    }

    @Test
    void controllerIsOfflineWhenItWasOnlineAndIsNotTwiceInARow() {
        controllers(Map.of("momentum", true, "hybrid", false));
        controllers(Map.of("momentum", false, "hybrid", false));
        assertThat(world.events()).isEmpty();

        controllers(Map.of("momentum", false, "hybrid", false));
        controllers(Map.of("momentum", false, "hybrid", false));
        controllers(Map.of("momentum", true, "hybrid", false));

        assertThat(world.events()).containsExactly("controller.offline", "controller.online");
        assertThat(world.topics()).containsExactly(NotificationTopic.CONTROLLER_OFFLINE);
        assertThat(world.store.lines.getFirst().about().subject()).isEqualTo("momentum");
    }

    @Test
    void limitIsNearFromEightyPercentOnAndLeftWithAMargin() {
        limit(0.79);
        limit(0.8);
        limit(0.95);
        limit(0.76);
        assertThat(world.events()).containsExactly("limit.near");

        limit(0.74);
        limit(0.85);

        assertThat(world.events()).containsExactly("limit.near", "limit.left", "limit.near");
        assertThat(world.topics()).containsExactly(NotificationTopic.LIMIT_NEAR, NotificationTopic.LIMIT_NEAR);
        assertThat(world.store.lines.getFirst().summary()).isEqualTo("Account a has used 80 % of its limit drawdown");
        assertThat(world.store.lines.getFirst().reach()).isEqualTo(ActivityReach.ofAccount("a"));
    }

    @Test
    void accountIsLookedAtTwiceAfterAChangeAndAgainWhileNobodyAnswers() {
        suite.limits = Optional.of(List.of());
        watch.accountChanged("a");
        watch.lookAtLimits();
        watch.lookAtLimits();
        watch.lookAtLimits();
        assertThat(suite.asked).containsExactly("a", "a");

        suite.limits = Optional.empty();
        watch.accountChanged("b");
        watch.lookAtLimits();
        watch.lookAtLimits();
        watch.lookAtLimits();
        assertThat(suite.asked).containsExactly("a", "a", "b", "b", "b");
    }

    @Test
    void ofTwoInstancesOneTells() {
        WatchService other = instance();
        suite.feeds = Optional.of(List.of(new WatchedFeed("sim", Phase.FAILING, null, null)));
        states.beforeMove = other::lookAtFeeds;

        watch.lookAtFeeds();

        assertThat(world.events()).containsExactly("feed.late");
    }

    @Test
    void jobIsToldOfOnceWhenItIsAskedForAndOnceWhenItIsOver() {
        askForJob();
        watch.lookAtJobs();
        instance().lookAtJobs();
        jobs.cancel(1, ActivityWorld.NOW);
        watch.lookAtJobs();
        instance().lookAtJobs();

        assertThat(world.events()).containsExactly("job.asked", "job.cancelled");
        assertThat(world.topics()).isEmpty();
        assertThat(world.store.lines.getFirst().summary()).isEqualTo("A backfill was asked for, job 1");
    }

    @Test
    void ofJobsThatAreNotLookedAtAnyMoreNothingIsKept() {
        for (int job = 0; job < 500; job++) {
            askForJob();
            watch.lookAtJobs();
        }

        assertThat(watch.knownJobs()).isEqualTo(50);
        assertThat(world.events()).hasSize(500).containsOnly("job.asked");
    }

    private void askForJob() {
        jobs.add(
                new JobOrder(
                        JobKind.BACKFILL,
                        List.of("EURUSD"),
                        new JobOrder.BarSpan(
                                Timeframe.M5,
                                ActivityWorld.NOW.minus(Duration.ofDays(2)),
                                ActivityWorld.NOW.minus(Duration.ofDays(1))),
                        Set.of(),
                        Optional.empty(),
                        false),
                ActivityWorld.NOW);
    }

    private WatchService instance() {
        return new WatchService(
                suite, jobs, states, world.activities(), world.work, new WatchService.Limits(0.8, 3), world.clock);
    }

    private void feed(Phase phase, @Nullable Long missing) {
        suite.feeds = Optional.of(List.of(new WatchedFeed("sim", phase, missing, null)));
        watch.lookAtFeeds();
    }

    private void controllers(Map<String, Boolean> online) {
        suite.controllers = Optional.of(online);
        watch.lookAtControllers();
    }

    private void limit(double use) {
        suite.limits = Optional.of(List.of(new UsedLimit("drawdown", use)));
        watch.accountChanged("a");
        watch.lookAtLimits();
    }

    /** Answers what the test says. */
    private static final class FakeSuite implements WatchedSuite {

        private final List<String> asked = new ArrayList<>();
        private Optional<List<WatchedFeed>> feeds = Optional.empty();
        private Optional<Map<String, Boolean>> controllers = Optional.empty();
        private Optional<List<UsedLimit>> limits = Optional.empty();

        @Override
        public Optional<List<WatchedFeed>> feeds() {
            return feeds;
        }

        @Override
        public Optional<Map<String, Boolean>> controllers() {
            return controllers;
        }

        @Override
        public Optional<List<UsedLimit>> limits(String account) {
            asked.add(account);
            return limits;
        }
    }

    /** States in memory. */
    private static final class FakeStates implements WatchStore {

        private final Map<String, String> states = new HashMap<>();
        private Runnable beforeMove = () -> {};

        @Override
        public Optional<String> state(String subject) {
            return Optional.ofNullable(states.get(subject));
        }

        @Override
        public boolean move(String subject, Optional<String> before, String state, Instant now) {
            Runnable first = beforeMove;
            beforeMove = () -> {};
            first.run();
            if (!state(subject).equals(before)) {
                return false;
            }
            states.put(subject, state);
            return true;
        }
    }
}
