package dev.tradesuite.brain.feed.store;

import dev.tradesuite.brain.feed.replay.ReplayPlace;
import dev.tradesuite.brain.feed.replay.ReplayPlaces;
import dev.tradesuite.support.store.TimeColumns;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places of replays in the table {@code feed_replay}. */
@Repository
class JdbcReplayPlaces implements ReplayPlaces {

    private final JdbcClient jdbc;

    JdbcReplayPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ReplayPlace> find(String feed) {
        return jdbc.sql("SELECT first_open, weeks FROM feed_replay WHERE feed = :feed")
                .param("feed", feed)
                .query((row, _) -> new ReplayPlace(TimeColumns.instant(row, "first_open"), row.getInt("weeks")))
                .optional();
    }

    @Override
    public void keep(String feed, ReplayPlace place) {
        jdbc.sql(
                        """
                        INSERT INTO feed_replay (feed, first_open, weeks) VALUES (:feed, :first, :weeks)
                        ON CONFLICT (feed) DO UPDATE SET first_open = excluded.first_open, weeks = excluded.weeks
                        """)
                .param("feed", feed)
                .param("first", TimeColumns.of(place.firstOpen()))
                .param("weeks", place.weeks())
                .update();
    }
}
