package dev.tradesuite.brain.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.feed.FeedLeases;
import dev.tradesuite.brain.feed.FeedLeases.FeedReport;
import dev.tradesuite.brain.feed.replay.ReplayPlace;
import dev.tradesuite.contracts.brain.FeedInfo.FeedState;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class FeedLeasesIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoInstancesOneHoldsAFeedUntilItGivesItBack() {
        FeedLeases one = new JdbcFeedLeases(jdbc);
        FeedLeases other = new JdbcFeedLeases(jdbc);

        assertThat(one.hold("two-instances", HOUR)).isTrue();
        assertThat(other.hold("two-instances", HOUR)).isFalse();
        assertThat(one.hold("two-instances", HOUR)).isTrue();

        FeedReport failing = new FeedReport(FeedState.FAILING, Optional.of("status 500"), Optional.empty());
        one.report("two-instances", failing);
        other.report("two-instances", new FeedReport(FeedState.RUNNING, Optional.empty(), Optional.empty()));
        assertThat(other.reports()).containsEntry("two-instances", failing);

        one.release("two-instances");
        assertThat(other.hold("two-instances", HOUR)).isTrue();
        FeedReport ended = new FeedReport(FeedState.ENDED, Optional.empty(), Optional.of("at its end"));
        other.report("two-instances", ended);
        assertThat(one.reports()).containsEntry("two-instances", ended);
    }

    @Test
    void thePlaceOfAReplayIsKept() {
        JdbcReplayPlaces places = new JdbcReplayPlaces(jdbc);
        ReplayPlace place = new ReplayPlace(Instant.parse("2025-03-03T00:00:00Z"), 52);
        assertThat(places.find("recorded")).isEmpty();

        places.keep("recorded", place);
        assertThat(places.find("recorded")).contains(place);
        places.keep("recorded", new ReplayPlace(place.firstOpen(), 53));
        assertThat(places.find("recorded").orElseThrow().weeks()).isEqualTo(53);
    }
}
