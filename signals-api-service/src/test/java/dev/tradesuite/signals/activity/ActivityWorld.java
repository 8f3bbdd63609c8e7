package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.UndoneWork;
import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What activity needs, in memory: accounts a and c are ann's, b and portfolio 7 are bob's. */
final class ActivityWorld {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    final FakeActivityStore store = new FakeActivityStore();
    final List<Happening> told = new ArrayList<>();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final UnitOfWork work = new UndoneWork(List.of());
    final ActivityReachService reaches;

    private static final Map<String, String> SOURCES =
            Map.of("held", "hold:AAPL", "anns", "account:a", "bobs", "account:b", "markets", "portfolio:7");

    ActivityWorld() {
        OwnerSource owners = new OwnerSource() {
            @Override
            public Optional<String> ownerOf(OwnedBooks books) {
                return switch (books.toString()) {
                    case "account a", "account c" -> Optional.of("ann");
                    case "account b", "portfolio 7" -> Optional.of("bob");
                    default -> Optional.empty();
                };
            }

            @Override
            public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> names) {
                return Set.of();
            }
        };
        reaches = new ActivityReachService(
                code -> Optional.ofNullable(SOURCES.get(code)),
                new AudienceService(owners, code -> Optional.ofNullable(SOURCES.get(code))));
    }

    ActivityService activities() {
        return activities(EnumSet.allOf(NotificationTopic.class));
    }

    ActivityService activities(Set<NotificationTopic> topics) {
        return new ActivityService(
                store,
                (_, what, _) -> told.add(what),
                reaches,
                work,
                new ActivityService.Rules(topics, Duration.ofDays(1), Duration.ofDays(90), Duration.ofDays(30)),
                clock);
    }

    List<String> events() {
        return store.lines.stream().map(line -> line.origin().event()).toList();
    }

    List<NotificationTopic> topics() {
        return store.lines.stream().flatMap(line -> line.topic().stream()).toList();
    }
}
