package dev.tradesuite.signals.activity.store;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.activity.ActivityFilter;
import dev.tradesuite.signals.activity.ActivityReach;
import dev.tradesuite.signals.activity.ActivityReader;
import dev.tradesuite.signals.activity.ActivityStore;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.activity.KeptActivity;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of {@code activity}, and of {@code notification_read}. */
@Repository
class JdbcActivityStore implements ActivityStore {

    /** Rows of one transaction. */
    private static final int MOST_ROWS = 5_000;

    /** What a reader may see. */
    private static final String VISIBLE =
            """
            (CAST(:visible AS text[]) IS NULL OR a.reach = 'READERS'
             OR (a.reach = 'BOOKS' AND a.books <@ CAST(:visible AS text[])))
            """;

    private static final String UNREAD =
            """
            NOT EXISTS (SELECT FROM notification_read r WHERE r.subject = :reader AND r.activity_id = a.activity_id)
            """;

    private static final String AFTER = "(a.happened_at, a.activity_id) < (:after, :afterId)";

    private final JdbcClient jdbc;

    JdbcActivityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong add(Happening what) {
        Happening.Origin origin = what.origin();
        Happening.About about = what.about();
        return jdbc.sql(
                        """
                        INSERT INTO activity (event_id, happened_at, kind, event_type, summary, account_id, symbol,
                                              strategy, subject, trace_id, reach, books, notification)
                        VALUES (:event, :at, :kind, :type, :summary, :account, :symbol,
                                :strategy, :subject, :trace, :reach, CAST(:books AS text[]), :notification)
                        ON CONFLICT (event_id) DO NOTHING
                        RETURNING activity_id
                        """)
                .param("event", origin.eventId())
                .param("at", TimeColumns.of(origin.at()))
                .param("kind", what.kind().name())
                .param("type", origin.event())
                .param("summary", what.summary())
                .param("account", about.account())
                .param("symbol", about.symbol())
                .param("strategy", about.strategy())
                .param("subject", about.subject())
                .param("trace", origin.traceId())
                .param("reach", reach(what.reach()))
                .param("books", books(what.reach()))
                .param("notification", what.topic().map(Enum::name).orElse(null))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public List<KeptActivity> page(ActivityFilter filter, ActivityReader reader, Optional<PagePlace> after, int most) {
        Map<String, @Nullable Object> parameters = parameters(reader, after, most);
        parameters.put(
                "kinds",
                filter.kinds().isEmpty()
                        ? null
                        : filter.kinds().stream().map(Enum::name).toArray(String[]::new));
        parameters.put("account", filter.account());
        parameters.put("symbol", filter.symbol());
        parameters.put("strategy", filter.strategy());
        parameters.put("trace", filter.traceId());
        parameters.put("from", TimeColumns.ofNullable(filter.from()));
        parameters.put("to", TimeColumns.ofNullable(filter.to()));
        return jdbc.sql(
                        """
                        SELECT a.*, NULL::timestamptz AS read_at
                        FROM activity a
                        WHERE %s AND %s
                          AND (CAST(:kinds AS text[]) IS NULL OR a.kind = ANY (CAST(:kinds AS text[])))
                          AND (CAST(:account AS text) IS NULL OR a.account_id = :account)
                          AND (CAST(:symbol AS text) IS NULL OR a.symbol = :symbol)
                          AND (CAST(:strategy AS text) IS NULL OR a.strategy = :strategy)
                          AND (CAST(:trace AS text) IS NULL OR a.trace_id = :trace)
                          AND a.happened_at >= coalesce(CAST(:from AS timestamptz), '-infinity')
                          AND a.happened_at < coalesce(CAST(:to AS timestamptz), 'infinity')
                        ORDER BY a.happened_at DESC, a.activity_id DESC
                        LIMIT :most
                        """
                                .formatted(VISIBLE, AFTER))
                .params(parameters)
                .query((row, _) -> line(row))
                .list();
    }

    @Override
    public List<KeptActivity> notifications(
            ActivityReader reader, boolean unreadOnly, Optional<PagePlace> after, int most) {
        return jdbc.sql(
                        """
                        SELECT a.*, r.read_at
                        FROM activity a
                        LEFT JOIN notification_read r ON r.activity_id = a.activity_id AND r.subject = :reader
                        WHERE a.notification IS NOT NULL AND %s AND %s
                          AND (r.read_at IS NULL OR NOT :unreadOnly)
                        ORDER BY a.happened_at DESC, a.activity_id DESC
                        LIMIT :most
                        """
                                .formatted(VISIBLE, AFTER))
                .params(parameters(reader, after, most))
                .param("unreadOnly", unreadOnly)
                .query((row, _) -> line(row))
                .list();
    }

    @Override
    public int unread(ActivityReader reader) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM activity a
                        WHERE a.notification IS NOT NULL AND %s AND %s
                        """
                                .formatted(VISIBLE, UNREAD))
                .params(reader(reader))
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<PagePlace> notification(ActivityReader reader, long id) {
        return jdbc.sql(
                        """
                        SELECT a.happened_at FROM activity a
                        WHERE a.activity_id = :id AND a.notification IS NOT NULL AND %s
                        """
                                .formatted(VISIBLE))
                .params(reader(reader))
                .param("id", id)
                .query((row, _) -> new PagePlace(TimeColumns.instant(row, "happened_at"), id))
                .optional();
    }

    @Override
    public int read(ActivityReader reader, long id, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO notification_read (subject, activity_id, read_at) VALUES (:reader, :id, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("reader", reader.name().orElseThrow())
                .param("id", id)
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public int readUpTo(ActivityReader reader, PagePlace last, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO notification_read (subject, activity_id, read_at)
                        SELECT :reader, a.activity_id, :now
                        FROM activity a
                        WHERE a.notification IS NOT NULL AND (a.happened_at, a.activity_id) <= (:at, :id)
                          AND %s AND %s
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(VISIBLE, UNREAD))
                .params(reader(reader))
                .param("at", TimeColumns.of(last.at()))
                .param("id", last.id())
                .param("now", TimeColumns.of(now))
                .update();
    }

    @Override
    public boolean removeSomeBefore(Instant moment, Instant decisions) {
        return jdbc.sql(
                                """
                                DELETE FROM activity WHERE activity_id = ANY (ARRAY(
                                    SELECT activity_id FROM activity
                                    WHERE happened_at < :moment OR kind = 'DECISION' AND happened_at < :decisions
                                    LIMIT :most))
                                """)
                        .param("moment", TimeColumns.of(moment))
                        .param("decisions", TimeColumns.of(decisions))
                        .param("most", MOST_ROWS)
                        .update()
                == MOST_ROWS;
    }

    private static Map<String, @Nullable Object> parameters(
            ActivityReader reader, Optional<PagePlace> after, int most) {
        Map<String, @Nullable Object> parameters = reader(reader);
        parameters.put("after", TimeColumns.of(after.map(PagePlace::at).orElse(PagePlace.LAST_MOMENT)));
        parameters.put("afterId", after.map(PagePlace::id).orElse(Long.MAX_VALUE));
        parameters.put("most", most);
        return parameters;
    }

    private static Map<String, @Nullable Object> reader(ActivityReader reader) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "visible",
                reader.books().map(books -> books.toArray(String[]::new)).orElse(null));
        parameters.put("reader", reader.name().orElse(""));
        return parameters;
    }

    private static String reach(ActivityReach reach) {
        return switch (reach) {
            case ActivityReach.Readers() -> "READERS";
            case ActivityReach.Books _ -> "BOOKS";
            case ActivityReach.Administrators() -> "ADMINISTRATORS";
        };
    }

    private static String[] books(ActivityReach reach) {
        return reach instanceof ActivityReach.Books(Set<String> accounts)
                ? accounts.stream().sorted().toArray(String[]::new)
                : new String[0];
    }

    private static KeptActivity line(ResultSet row) throws SQLException {
        return new KeptActivity(
                row.getLong("activity_id"),
                new Happening(
                        new Happening.Origin(
                                row.getObject("event_id", UUID.class),
                                row.getString("event_type"),
                                TimeColumns.instant(row, "happened_at"),
                                row.getString("trace_id")),
                        ActivityKind.valueOf(row.getString("kind")),
                        row.getString("summary"),
                        new Happening.About(
                                row.getString("account_id"),
                                row.getString("symbol"),
                                row.getString("strategy"),
                                row.getString("subject")),
                        reach(row),
                        Optional.ofNullable(row.getString("notification")).map(NotificationTopic::valueOf)),
                Optional.ofNullable(TimeColumns.instantOrNull(row, "read_at")));
    }

    private static ActivityReach reach(ResultSet row) throws SQLException {
        return switch (row.getString("reach")) {
            case "READERS" -> new ActivityReach.Readers();
            case "BOOKS" ->
                new ActivityReach.Books(Set.copyOf(
                        Arrays.asList((String[]) row.getArray("books").getArray())));
            default -> new ActivityReach.Administrators();
        };
    }
}
