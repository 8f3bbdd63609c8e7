package dev.tradesuite.signals.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityServiceTest {

    private final ActivityWorld world = new ActivityWorld();

    @Test
    void eventThatComesAgainIsToldOfOnce() {
        ActivityService activities = world.activities();
        Happening breach = breach(UUID.randomUUID(), ActivityWorld.NOW);

        activities.add(breach, activities.audience(breach));
        activities.add(breach, activities.audience(breach));

        assertThat(world.told).containsExactly(breach);
    }

    @Test
    void topicNobodyWantsToBeToldOfIsAnActivityAlone() {
        ActivityService activities = world.activities(EnumSet.of(NotificationTopic.JOB_FAILED));
        Happening breach = breach(UUID.randomUUID(), ActivityWorld.NOW);

        activities.add(breach, activities.audience(breach));

        assertThat(world.told).containsExactly(breach.asActivityOnly());
    }

    @Test
    void whatIsLearntOfLongAfterIsAnActivityAlone() {
        ActivityService activities = world.activities();
        Happening yesterdays = breach(UUID.randomUUID(), ActivityWorld.NOW.minus(Duration.ofDays(1)));
        Happening older = breach(
                UUID.randomUUID(), ActivityWorld.NOW.minus(Duration.ofDays(1)).minusMillis(1));

        activities.add(yesterdays, activities.audience(yesterdays));
        activities.add(older, activities.audience(older));

        assertThat(world.told).containsExactly(yesterdays, older.asActivityOnly());
        assertThat(world.store.lines).hasSize(2);
    }

    @Test
    void whatIsOlderThanWhatIsKeptIsNotKept() {
        ActivityService activities = world.activities();
        Happening old = breach(UUID.randomUUID(), ActivityWorld.NOW.minus(Duration.ofDays(91)));

        activities.add(old, activities.audience(old));

        assertThat(world.told).isEmpty();
        assertThat(world.store.lines).isEmpty();
    }

    @Test
    void decisionIsKeptAsLongAsItsDocument() {
        ActivityService activities = world.activities();
        Happening kept = decision(Duration.ofDays(29));
        Happening old = decision(Duration.ofDays(31));
        Happening breach = breach(UUID.randomUUID(), ActivityWorld.NOW.minus(Duration.ofDays(31)));

        activities.add(kept, activities.audience(kept));
        activities.add(old, activities.audience(old));
        activities.add(breach, activities.audience(breach));
        assertThat(world.told).containsExactly(kept, breach.asActivityOnly());

        world.store.add(old);
        activities.removeOld();
        assertThat(world.store.lines).containsExactly(kept, breach.asActivityOnly());
    }

    @Test
    void longSummaryIsShortened() {
        Happening.Origin origin = new Happening.Origin(UUID.randomUUID(), "order.closed", ActivityWorld.NOW, null);
        Happening told = new Happening(
                origin,
                ActivityKind.ORDER,
                "x".repeat(600),
                Happening.About.NOTHING,
                new ActivityReach.Readers(),
                Optional.empty());

        assertThat(told.summary()).hasSize(500).endsWith("...");
    }

    private static Happening decision(Duration age) {
        return new Happening(
                new Happening.Origin(UUID.randomUUID(), "decision.made", ActivityWorld.NOW.minus(age), null),
                ActivityKind.DECISION,
                "Decision on EURUSD is hold: The brain says HOLD.",
                Happening.About.account("a"),
                ActivityReach.ofAccount("a"),
                Optional.empty());
    }

    private static Happening breach(UUID event, Instant at) {
        return new Happening(
                new Happening.Origin(event, "limit.breached", at, null),
                ActivityKind.BREACH,
                "Drawdown of account a is 16 %, the limit is 15 %",
                Happening.About.account("a"),
                ActivityReach.ofAccount("a"),
                Optional.of(NotificationTopic.BREACH));
    }
}
