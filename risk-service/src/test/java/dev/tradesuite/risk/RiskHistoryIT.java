package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How near an account is to its limits, and what happened to it. */
@RiskIntegrationTest
class RiskHistoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EVENTS = "/api/v1/risk/events?account=";

    private final SuiteClient client;
    private final SuiteClient reader;
    private final World world;
    private final JdbcClient jdbc;

    RiskHistoryIT(@Autowired SuiteClient client, @Autowired World world, @Autowired JdbcClient jdbc) {
        this.client = client;
        this.reader = client.with("trade:read");
        this.world = world;
        this.jdbc = jdbc;
    }

    @Test
    void headroomIsMeasuredOnBooksAndReservations() {
        String account = "t-" + UUID.randomUUID();
        Account books = world.books(account, 1, "9900", world.eurusd(account, Direction.LONG, "0.2", "40"));
        world.standIns().accounts.put(account, books);
        World.reserve(client, UUID.randomUUID(), World.trade(account, "BUY", "0.1"));

        JsonNode headroom =
                reader.get("/api/v1/risk/accounts/" + account + "/headroom").json();

        assertThat(headroom.at("/account/equity").decimalValue()).isEqualByComparingTo("9900");
        assertThat(headroom.at("/limits").valueStream().map(limit -> limit.at("/name")
                        .asString()))
                .containsExactly(
                        "daily_loss", "drawdown", "position_size", "margin", "correlation", "currency_exposure");
        // 40 to the stop of the position and 50 held for the order, of 9,900 the day began with
        assertThat(headroom.at("/limits/0/measured").decimalValue()).isEqualByComparingTo("0.9091");
        assertThat(headroom.at("/limits/0/headroom").decimalValue()).isEqualByComparingTo("4.0909");
        assertThat(headroom.at("/limits/0/unit").asString()).isEqualTo("percent");
        // Of the 10,000 it began with 100 are gone.
        assertThat(headroom.at("/limits/1/measured").decimalValue()).isEqualByComparingTo("1");
        // 433.40 used, 216.70 held
        assertThat(headroom.at("/limits/3/measured").decimalValue()).isEqualByComparingTo("6.5667");
        assertThat(headroom.at("/currencies/0/widest").decimalValue()).isEqualByComparingTo("32505");
        assertThat(headroom.at("/currencies/0/net").decimalValue().abs()).isEqualByComparingTo("21670");
        assertThat(headroom.at("/trading_state").asString()).isEqualTo("ACTIVE");
        assertThat(headroom.at("/level").asString()).isEqualTo("safe");
        assertThat(reader.get("/api/v1/risk/accounts/nobodys/headroom").status())
                .isEqualTo(404);
    }

    @Test
    void whatHappenedToAnAccountIsTold() {
        String account = "t-" + UUID.randomUUID();
        world.open(account);
        World.account(client, account);
        World.limit(client, account, World.limits("4", "80", "0.7", "1000"));
        world.tell(world.books(account, 2, "9500"));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(types(account))
                .containsExactly("STATE_CHANGE", "BREACH", "LIMIT_CHANGE"));
        Answer changed = client.with("risk:admin")
                .put(
                        "/api/v1/risk/limits/" + account,
                        World.limits("9", "80", "0.7", "1000").replaceFirst("}$", ", \"reason\": \"a better week\"}"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        client.with("risk:admin")
                .post(
                        "/api/v1/risk/accounts/" + account + "/high-water-mark",
                        """
                        {"value": "9900", "reason": "a wrong price"}""");

        List<JsonNode> events = events(account);

        assertThat(types(account))
                .as("at one moment by the clock of the tests")
                .containsExactly("STATE_CHANGE", "BREACH", "HIGH_WATER_MARK_CHANGE", "LIMIT_CHANGE", "LIMIT_CHANGE");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.at("/account_id").asString()).isEqualTo(account));
        assertThat(events.get(2).at("/high_water_mark/from").decimalValue()).isEqualByComparingTo("10000");
        assertThat(events.get(2).at("/high_water_mark/to").decimalValue()).isEqualByComparingTo("9900");
        assertThat(events.get(2).at("/reason").asString()).isEqualTo("a wrong price");
        assertThat(events.get(3).at("/limits/from/daily_loss_percent").decimalValue())
                .isEqualByComparingTo("4");
        assertThat(events.get(3).at("/limits/to/daily_loss_percent").decimalValue())
                .isEqualByComparingTo("9");
        assertThat(events.get(3).at("/reason").asString()).isEqualTo("a better week");
        assertThat(events.get(0).at("/state/from").asString()).isEqualTo("ACTIVE");
        assertThat(events.get(0).at("/state/to").asString()).isEqualTo("REDUCE_ONLY");
        assertThat(events.get(0).at("/by").asString()).isEqualTo("system");
        assertThat(events.get(0).at("/reason").asString()).startsWith("daily loss 5 % exceeds");
        assertThat(events.get(1).at("/breach/check").asString()).isEqualTo("daily_loss");
        assertThat(events.get(1).at("/breach/measured").decimalValue()).isEqualByComparingTo("5");
        assertThat(events.get(4).at("/limits/from").isMissingNode()).isTrue();
        assertThat(events.get(4).at("/reason").isMissingNode()).isTrue();
        assertThat(reader.get(EVENTS + account + "&type=BREACH").json().at("/events"))
                .hasSize(1);
        assertThat(reader.get(EVENTS + account + "&type=LIMIT_CHANGE&from="
                                + world.clock().instant().plusSeconds(1))
                        .json()
                        .at("/events"))
                .isEmpty();
    }

    /** Changes of the state of everything belong to every account; the tests of other classes may make some. */
    private List<JsonNode> events(String account) {
        return reader.get(EVENTS + account)
                .json()
                .at("/events")
                .valueStream()
                .filter(event -> !event.at("/state/scope").asString("").equals("ALL"))
                .toList();
    }

    private List<String> types(String account) {
        return events(account).stream()
                .map(event -> event.at("/type").asString())
                .toList();
    }

    @Test
    void pagesMeetWithoutAGapAndWithoutARepeat() {
        String account = "t-" + UUID.randomUUID();
        world.open(account);
        World.account(client, account);
        for (int daily = 1; daily <= 5; daily++) {
            World.limit(client, account, World.limits(Integer.toString(daily), "80", "0.7", "1000"));
            World.restrict(client, "ACCOUNT", account, daily % 2 == 0 ? "ACTIVE" : "REDUCE_ONLY");
        }
        List<String> all = ids(reader.get(EVENTS + account).json());

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get(EVENTS + account + "&limit=3" + cursor).json();
            assertThat(page.at("/events").size()).isBetween(1, 3);
            paged.addAll(ids(page));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.at("/next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(all).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
        assertThat(paged).containsExactlyElementsOf(all);
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/events")
                .valueStream()
                .map(event -> event.at("/id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "type=SOMETHING, type",
        "limit=0, limit",
        "limit=1001, limit",
        "cursor=1_OTHER_2, cursor",
        "from=yesterday, from",
        "from=2026-03-04T10:00:00Z&to=2026-03-04T09:00:00Z, from"
    })
    void badInputIsNamed(String query, String field) {
        Answer answer = reader.get("/api/v1/risk/events?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trading_state_change", "limit_breach", "limit_change", "high_water_mark_change"})
    void databaseRefusesToRewriteHistory(String table) {
        for (String statement : List.of("UPDATE %s SET number = DEFAULT", "DELETE FROM %s", "TRUNCATE %s")) {
            assertThatThrownBy(() -> jdbc.sql(statement.formatted(table)).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("is history");
        }
    }
}
