package dev.tradesuite.portfolio.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationServiceTest {

    private static final UUID ID = UUID.fromString("0195d0a0-0000-7000-8000-000000000001");

    private final FixedClock clock = FixedClock.at("2026-03-31T12:00:00Z");
    private final Rows rows = new Rows();
    private final List<UUID> sent = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    private final NotificationService service = new NotificationService(
            rows,
            (notification, _) -> {
                sent.add(notification.id());
                return failure;
            },
            new NotificationService.Patience(3, Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(20)),
            clock);

    /** A table in memory. */
    private static final class Rows implements NotificationStore {

        private final Map<UUID, Notification> waiting = new LinkedHashMap<>();
        private final Map<UUID, Instant> due = new LinkedHashMap<>();
        private final List<String> over = new ArrayList<>();
        private boolean crashes;

        @Override
        public void add(Notification notification, Instant now) {
            waiting.put(notification.id(), notification);
            due.put(notification.id(), now);
        }

        @Override
        public Optional<Notification> claim(Instant now, Instant leaseUntil) {
            Optional<Notification> first = waiting.values().stream()
                    .filter(each -> !due.getOrDefault(each.id(), now).isAfter(now))
                    .findFirst()
                    .map(each -> new Notification(each.id(), each.type(), each.body(), each.attempts() + 1));
            first.ifPresent(each -> {
                waiting.put(each.id(), each);
                due.put(each.id(), leaseUntil);
            });
            return first;
        }

        @Override
        public void delivered(UUID id, Instant at) {
            if (crashes) {
                throw new IllegalStateException("killed");
            }
            waiting.remove(id);
            over.add("delivered");
        }

        @Override
        public void retry(UUID id, Instant again, String why) {
            due.put(id, again);
        }

        @Override
        public void giveUp(UUID id, Instant at, String why) {
            waiting.remove(id);
            over.add("dead: " + why);
        }

        @Override
        public Counts counts() {
            return new Counts(waiting.size(), over.size(), Optional.empty());
        }

        @Override
        public int forgetBefore(Instant moment) {
            return 0;
        }
    }

    @Test
    void messageIsDeliveredOnce() {
        add();

        assertThat(service.sendDue()).isOne();
        assertThat(service.sendDue()).isZero();
        assertThat(sent).containsExactly(ID);
        assertThat(rows.over).containsExactly("delivered");
    }

    @Test
    void failureIsTriedAgainLaterAndLaterAndThenGivenUp() {
        add();
        failure = Optional.of("answered 500");

        assertThat(service.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(4));
        assertThat(service.sendDue()).isZero();
        assertThat(sent).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(service.sendDue()).isZero();
        // Twice 5 s would be 10, and no wait is longer than 8.
        clock.advance(Duration.ofSeconds(8));
        assertThat(service.sendDue()).isZero();

        assertThat(sent).hasSize(3);
        assertThat(rows.over).containsExactly("dead: answered 500");
    }

    /** Killed between sending and noting it: sent again under the same id when the lease is over. */
    @Test
    void crashAfterSendingSendsTheSameIdAgain() {
        add();
        rows.crashes = true;
        assertThatIllegalStateException().isThrownBy(service::sendDue);
        rows.crashes = false;

        assertThat(service.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(20));
        assertThat(service.sendDue()).isOne();
        assertThat(sent).containsExactly(ID, ID);
    }

    /** Killed between claiming and sending: the same. */
    @Test
    void crashBeforeSendingLosesNothing() {
        add();
        assertThat(rows.claim(clock.instant(), clock.instant().plusSeconds(20))).isPresent();
        clock.advance(Duration.ofSeconds(20));

        assertThat(service.sendDue()).isOne();
    }

    private void add() {
        rows.add(new Notification(ID, "lifecycle", "{}", 0), clock.instant());
    }
}
