package dev.tradesuite.signals.activity.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.activity.ActivityReach;
import dev.tradesuite.signals.activity.ActivityReachService;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;
import dev.tradesuite.support.event.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Decisions and stops as lines; the sentences of the other events are those of {@code ActivityIT}. */
class ActivityMapperTest {

    private static final String DECISION = "3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a005";
    private static final String STOP = "3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a007";
    private static final String ACCOUNT = "\"scope\":\"account\",\"id\":\"a\"";

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private final ActivityMapper mapper = new ActivityMapper(
            new Inbox(
                    JdbcClient.create(new DriverManagerDataSource()),
                    TransactionOperations.withoutTransaction(),
                    json,
                    Clock.systemUTC()),
            new ActivityReachService(
                    _ -> Optional.empty(), new AudienceService(new NobodysBooks(), _ -> Optional.empty())));

    @Test
    void decisionLeadsToItsDocumentAndIsItsOwners() {
        Happening made = happening(
                """
                {"decision_id":"%s","account_id":"a","symbol":"EURUSD","decision":"PROCEED","source":"signal",
                 "side":"BUY","lot_size":0.40,"reason":{"code":"ALL_CHECKS_PASSED","message":"All agree."},
                 "label":"PAPER","strategy":"trend","order_id":"3f0c2b52-7d5f-4c2d-9d7a-0d5a4ad0a006",
                 "decided_at":"2026-03-31T12:00:00Z"}
                """);

        assertThat(made.kind()).isEqualTo(ActivityKind.DECISION);
        assertThat(made.summary()).isEqualTo("Decision on EURUSD is proceed, buy 0.4 lots: All agree.");
        assertThat(made.about()).isEqualTo(new Happening.About("a", "EURUSD", "trend", DECISION));
        assertThat(made.reach()).isEqualTo(ActivityReach.ofAccount("a"));
        assertThat(made.origin().traceId()).isEqualTo("of the event");
        assertThat(made.topic()).isEmpty();
    }

    @Test
    void decisionOnASupposedAccountIsForAdministratorsAndSaysThatNothingIsSent() {
        Happening made = happening(
                """
                {"decision_id":"%s","symbol":"EURUSD","decision":"PROCEED","source":"direct","side":"SELL",
                 "lot_size":1,"reason":{"code":"ALL_CHECKS_PASSED","message":"All agree."},"label":"PAPER",
                 "decided_at":"2026-03-31T12:00:00Z"}
                """);

        assertThat(made.summary()).isEqualTo("Decision on EURUSD is proceed, sell 1 lots without an order: All agree.");
        assertThat(made.reach()).isEqualTo(new ActivityReach.Administrators());
    }

    @Test
    void decisionThatWasInterruptedIsOfTheTraceOfItsRequest() {
        Happening made = happening(
                """
                {"decision_id":"%s","account_id":"a","symbol":"EURUSD","decision":"HOLD","source":"signal",
                 "lot_size":0,"reason":{"code":"SIGNAL_IS_HOLD","message":"The brain says HOLD."},"label":"PAPER",
                 "trace_id":"of the request","decided_at":"2026-03-31T12:00:00Z"}
                """);

        assertThat(made.summary()).isEqualTo("Decision on EURUSD is hold: The brain says HOLD.");
        assertThat(made.origin().traceId()).isEqualTo("of the request");
    }

    @Test
    void stopIsItsAccountsOwnersAndNoNotificationWhereItsTradingStateIsOne() {
        Happening begun = stop("running", "restrict", ACCOUNT).orElseThrow();

        assertThat(begun.kind()).isEqualTo(ActivityKind.STOP);
        assertThat(begun.summary()).isEqualTo("Stop of account a, flatten, by ann has begun: the feed lies");
        assertThat(begun.about()).isEqualTo(new Happening.About("a", null, null, STOP));
        assertThat(begun.reach()).isEqualTo(ActivityReach.ofAccount("a"));
        assertThat(begun.topic()).isEmpty();
        assertThat(stop("done", "halt", ACCOUNT).orElseThrow().topic()).isEmpty();
    }

    @Test
    void stopHasOneLineForEachState() {
        assertThat(stop("running", "clear", ACCOUNT)).isEmpty();
        assertThat(stop("running", "halt", ACCOUNT)).isEmpty();
        assertThat(stop("done", "halt", ACCOUNT).orElseThrow().summary())
                .isEqualTo("Stop of account a, flatten, by ann is done: the feed lies");
        assertThat(stop("superseded", "restrict", ACCOUNT).orElseThrow().summary())
                .isEqualTo("Stop of account a, flatten, by ann gives way to another one: the feed lies");
    }

    @Test
    void stopOfEverythingIsEverybodysAndOneOfAPortfolioItsOwners() {
        Happening all = stop("running", "restrict", "\"scope\":\"all\"").orElseThrow();
        Happening portfolio = stop("running", "restrict", "\"scope\":\"account\",\"id\":\"portfolio-7\"")
                .orElseThrow();

        assertThat(all.summary()).isEqualTo("Stop of everything, flatten, by ann has begun: the feed lies");
        assertThat(all.about()).isEqualTo(new Happening.About(null, null, null, STOP));
        assertThat(all.reach()).isEqualTo(new ActivityReach.Readers());
        assertThat(portfolio.summary()).isEqualTo("Stop of portfolio 7, flatten, by ann has begun: the feed lies");
        assertThat(portfolio.reach()).isEqualTo(ActivityReach.ofAccount("portfolio-7"));
    }

    @Test
    void stopThatFailedIsANotificationAndSaysWhy() {
        Happening failed = stop(
                        "failed",
                        "restrict",
                        ACCOUNT + ",\"waiting_for\":{\"code\":\"REFUSED\",\"message\":\"Risk said no\"}")
                .orElseThrow();

        assertThat(failed.summary())
                .isEqualTo("Stop of account a, flatten, by ann has failed (Risk said no): the feed lies");
        assertThat(failed.topic()).contains(NotificationTopic.STOP_FAILED);
        assertThat(stop("failed", "halt", ACCOUNT).orElseThrow().summary())
                .isEqualTo("Stop of account a, flatten, by ann has failed: the feed lies");
    }

    private Happening happening(String data) {
        return happening("decision.made", data.formatted(DECISION)).orElseThrow();
    }

    private Optional<Happening> stop(String state, String step, String more) {
        return happening(
                "stop.changed",
                """
                {"stop_id":"%s","level":"flatten","reason":"the feed lies","asked_by":"ann","state":"%s","step":"%s",
                 "changed_at":"2026-03-31T12:00:00Z",%s}
                """
                        .formatted(STOP, state, step, more));
    }

    private Optional<Happening> happening(String type, String data) {
        JsonNode told = json.readTree(data);
        return mapper.happening(new EventEnvelope<>(
                UUID.randomUUID(),
                type,
                Instant.parse("2026-03-31T12:00:00Z"),
                "orchestrator-service",
                "of the event",
                told));
    }

    private static final class NobodysBooks implements OwnerSource {

        @Override
        public Optional<String> ownerOf(OwnedBooks books) {
            return Optional.empty();
        }

        @Override
        public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> names) {
            return Set.of();
        }
    }
}
