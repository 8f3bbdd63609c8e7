package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.signals.series.PagePlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lines in memory, each event once. Nobody has read any. */
final class FakeActivityStore implements ActivityStore {

    final List<Happening> lines = new ArrayList<>();

    @Override
    public OptionalLong add(Happening what) {
        boolean isKnown = lines.stream()
                .anyMatch(line -> line.origin().eventId().equals(what.origin().eventId()));
        if (isKnown) {
            return OptionalLong.empty();
        }
        lines.add(what);
        return OptionalLong.of(lines.size());
    }

    @Override
    public List<KeptActivity> page(ActivityFilter filter, ActivityReader reader, Optional<PagePlace> after, int most) {
        return List.of();
    }

    @Override
    public List<KeptActivity> notifications(
            ActivityReader reader, boolean unreadOnly, Optional<PagePlace> after, int most) {
        return List.of();
    }

    @Override
    public int unread(ActivityReader reader) {
        return 0;
    }

    @Override
    public Optional<PagePlace> notification(ActivityReader reader, long id) {
        return Optional.empty();
    }

    @Override
    public int read(ActivityReader reader, long id, Instant now) {
        return 0;
    }

    @Override
    public int readUpTo(ActivityReader reader, PagePlace last, Instant now) {
        return 0;
    }

    @Override
    public boolean removeSomeBefore(Instant moment, Instant decisions) {
        return lines.removeIf(
                line -> line.origin().at().isBefore(line.kind() == ActivityKind.DECISION ? decisions : moment));
    }
}
