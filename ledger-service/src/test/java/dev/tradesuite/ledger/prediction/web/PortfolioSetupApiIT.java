package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.ledger.ChangedPortfolios;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Portfolios as people open, change, pause and end them. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioSetupApiIT extends PortfolioApiCase {

    @Test
    void portfolioIsOpenedListedChangedPausedAndArchived() {
        Answer created = writer().post(
                        "/portfolios/create",
                        """
                        {"name": "Favourites", "strategy_type": "momentum", "initial_balance": 2500.50,
                         "strategy_config": {"trade_amount": 50}}
                        """);

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        Portfolio opened = created.as(Portfolio.class);
        String path = "/portfolios/" + opened.portfolioId();
        assertThat(created.headers().firstValue("Location")).hasValue(path);
        assertThat(opened.cash()).isEqualByComparingTo("2500.50");
        assertThat(opened.value()).isEqualByComparingTo("2500.50");
        assertThat(opened.configChecked()).isTrue();
        assertThat(opened.schedule()).isEqualTo("PT15M");
        assertThat(opened.riskAccountId()).isEqualTo("portfolio-" + opened.portfolioId());
        assertThat(created.json().at("/strategy_config/trade_amount").asInt()).isEqualTo(50);

        assertThat(numbers(reader().get("/portfolios/list?status=active&strategy_type=momentum")))
                .contains(opened.portfolioId());
        assertThat(numbers(reader().get("/portfolios/list?strategy_type=hybrid")))
                .doesNotContain(opened.portfolioId());

        Answer changed = patch(
                path,
                """
                        {"name": "Underdogs", "schedule": "0 */5 * * * *", "strategy_config": {"trade_amount": 25}}
                        """);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.as(Portfolio.class).name()).isEqualTo("Underdogs");
        assertThat(changed.as(Portfolio.class).schedule()).isEqualTo("0 */5 * * * *");

        assertThat(opened.statusChange()).isNull();
        assertThat(status(writer().post(path + "/pause", "{\"reason\": \"The venue is down.\"}")))
                .isEqualTo("PAUSED");
        assertThat(status(writer().post(path + "/pause", ""))).isEqualTo("PAUSED");
        JsonNode paused = reader().get(path).json().path("status_change");
        assertThat(paused.path("changed_by").asString()).isEqualTo("test");
        assertThat(paused.path("reason").asString()).isEqualTo("The venue is down.");
        assertThat(paused.path("changed_at").asString()).isNotEmpty();
        assertThat(status(writer().post(path + "/resume", ""))).isEqualTo("ACTIVE");
        assertThat(reader().get(path).json().at("/status_change/reason").isMissingNode())
                .isTrue();
        for (String reason : List.of("", " ", "x".repeat(501))) {
            Answer refused = writer().post(path + "/archive", "{\"reason\": \"%s\"}".formatted(reason));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("reason");
        }
        assertThat(status(writer().post(path + "/archive", "{\"reason\": \"It has done its work.\"}")))
                .isEqualTo("ARCHIVED");
        assertThat(status(writer().post(path + "/archive", ""))).isEqualTo("ARCHIVED");
        for (Answer refused : List.of(
                writer().post(path + "/resume", ""),
                writer().post(path + "/pause", ""),
                patch(path, "{\"name\": \"Again\"}"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/code").asString()).isEqualTo("CONFLICT");
        }

        JsonNode history = reader().get(path + "/history").json();
        assertThat(texts(history, "what"))
                .containsExactly("CREATED", "RENAMED", "CONFIGURED", "SCHEDULED", "PAUSED", "RESUMED", "ARCHIVED");
        assertThat(history.get(1).at("/before").asString()).isEqualTo("Favourites");
        assertThat(history.get(1).at("/after").asString()).isEqualTo("Underdogs");
        assertThat(history.get(2).at("/after").asString()).isEqualTo("{\"trade_amount\":25}");
        assertThat(history.get(1).at("/who").asString()).isEqualTo("test");
        assertThat(history.get(4).at("/reason").asString()).isEqualTo("The venue is down.");
        assertThat(history.get(5).at("/reason").isMissingNode()).isTrue();
        assertThat(history.get(6).at("/reason").asString()).isEqualTo("It has done its work.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(published(opened.portfolioId()), "type"))
                .containsExactly(
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed",
                        "portfolio.changed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': -5} | initial_balance",
                "{'name': ' ', 'strategy_type': 'momentum', 'initial_balance': 0} | initial_balance,name",
                "{'strategy_type': 'momentum', 'initial_balance': 'many'} | initial_balance,name",
                "{'name': 'x', 'strategy_type': 'astrology', 'initial_balance': 5} | strategy_type",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'strategy_config': 'all'}"
                        + " | strategy_config",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'strategy_config': {'colour': 1}}"
                        + " | strategy_config.colour",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': 'PT0.1S'} | schedule",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': 'hourly'} | schedule",
                "{'name': 'x', 'strategy_type': 'momentum', 'initial_balance': 5, 'schedule': '61 * * * * *'} |"
                        + " schedule"
            })
    void everyFaultyFieldOfANewPortfolioIsNamed(String body, String fields) {
        Answer refused = writer().post("/portfolios/create", body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(texts(refused.json().get("errors"), "field"))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(fields.split(",", -1)));
    }

    @Test
    void unknownStrategyIsACodeOfItsOwn() {
        Answer refused = writer().post("/portfolios/create", creation("astrology"));

        assertThat(refused.json().at("/code").asString()).isEqualTo("UNKNOWN_STRATEGY");
        assertThat(refused.json().at("/detail").asString()).contains("momentum");
    }

    @Test
    void configurationOfAnOfflineControllerIsNotChecked() {
        Answer created = writer().post("/portfolios/create", creation("hybrid"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.as(Portfolio.class).configChecked()).isFalse();
    }

    @Test
    void faultyPathsAndParametersAreNamed() {
        for (String path : List.of("/portfolios/seven", "/portfolios/seven/positions", "/portfolios/seven/trades")) {
            Answer refused = reader().get(path);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(texts(refused.json().get("errors"), "field")).containsExactly("id");
        }
        Answer status = reader().get("/portfolios/list?status=sleeping&limit=0");
        assertThat(status.status()).isEqualTo(400);
        assertThat(texts(status.json().get("errors"), "field")).containsExactlyInAnyOrder("status", "limit");
        for (String path : List.of("", "/positions", "/trades", "/snapshots", "/history")) {
            assertThat(reader().get("/portfolios/987654321" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void scopeDecides() {
        assertThat(client.get("/portfolios/list").status()).isEqualTo(401);
        assertThat(reader().post("/portfolios/create", creation("momentum")).status())
                .isEqualTo(403);
        Session session = begin("1000");
        assertThat(reader().post(session.path() + "/orders", session.buy("m", "0.5", "100"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nameIsGivenOnceUnlessItsPortfolioIsArchived() {
        String name = "Name " + UUID.randomUUID();
        long first = opened(named(name)).portfolioId();
        long other = opened(named(name + "!")).portfolioId();

        Answer taken = writer().post("/portfolios/create", named(name.toUpperCase(Locale.ROOT)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(409);
        assertThat(taken.json().at("/code").asString()).isEqualTo("CONFLICT");
        assertThat(taken.json().at("/detail").asString()).contains("another portfolio has the name");
        Answer renamed = patch("/portfolios/" + other, "{\"name\": \"%s\"}".formatted(name));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(409);
        assertThat(reader().get("/portfolios/" + other).as(Portfolio.class).name())
                .isEqualTo(name + "!");
        assertThat(status(patch("/portfolios/" + first, "{\"name\": \"%s\"}".formatted(name.toLowerCase(Locale.ROOT)))))
                .isEqualTo("ACTIVE");

        writer().post("/portfolios/" + first + "/archive", "");
        assertThat(status(patch("/portfolios/" + other, "{\"name\": \"%s\"}".formatted(name))))
                .isEqualTo("ACTIVE");
    }

    @Test
    void ofManyAtOnceOneGetsTheName() {
        String body = named("At once " + UUID.randomUUID());

        List<Answer> answers = allAtOnce(IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<Answer>) () -> writer().post("/portfolios/create", body))
                .toList());

        assertThat(answers)
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
    }

    @Test
    void repeatWithTheSameKeyOpensNothingAgain() {
        String body = named("Keyed " + UUID.randomUUID());
        SuiteClient keyed = writer().header("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = allAtOnce(IntStream.range(0, 6)
                .mapToObj(_ -> (Callable<Answer>) () -> keyed.post("/portfolios/create", body))
                .toList());
        // Paused since, it is answered as it was opened.
        long id = answers.getFirst().as(Portfolio.class).portfolioId();
        writer().post("/portfolios/" + id + "/pause", "");
        Answer late = keyed.post("/portfolios/create", body);

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::text).containsOnly(late.text());
        assertThat(late.status()).isEqualTo(201);
        assertThat(late.headers().firstValue("Location")).hasValue("/portfolios/" + id);
        assertThat(late.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        Answer other = keyed.post("/portfolios/create", named("Another " + UUID.randomUUID()));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void portfolioThatNeverTradedIsDeleted() {
        Session session = begin("1000");
        standIns.denied.add("never");
        session.order(session.buy("never", "0.5", "100"));
        session.complete();

        assertThat(reader().delete(session.path()).status()).isEqualTo(403);
        assertThat(writer().delete(session.path()).status()).isEqualTo(204);

        assertThat(reader().get(session.path()).status()).isEqualTo(404);
        assertThat(writer().delete(session.path()).status()).isEqualTo(404);
        assertThat(session.tryOrder(session.buy("late", "0.5", "100")).status()).isEqualTo(404);
        for (String table : List.of("portfolio_order", "portfolio_cycle", "portfolio_snapshot", "portfolio_change")) {
            assertThat(jdbc.sql("SELECT count(*) FROM %s WHERE portfolio_id = :id".formatted(table))
                            .param("id", session.id)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode last = published(session.id).getLast();
            assertThat(last.at("/type").asString()).isEqualTo("portfolio.changed");
            assertThat(last.at("/data/status").asString()).isEqualTo("ARCHIVED");
        });
    }

    @Test
    void portfolioThatTradedIsKeptAndTheWayOutIsSaid() {
        Session session = begin("1000");
        session.order(session.buy("held", "0.5", "100"));

        Answer refused = writer().delete(session.path());

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString()).contains("has traded", session.path() + "/archive");
        assertThat(session.portfolio().openPositions()).isEqualTo(1);
    }

    @Test
    void portfolioWithAnOrderUnderWayIsKept() {
        Session session = begin("1000");
        jdbc.sql(
                        """
                        INSERT INTO portfolio_order (id, portfolio_id, cycle_id, side, market_id, question, outcome, stake,
                                                     price, fee_percent, label, because, status, denials, created_at)
                        VALUES (:id, :portfolio, :cycle, 'BUY', 'waits', 'Waits?', 'Yes', 100,
                                0.5, 0, 'PAPER', 'a test', 'NEW', '[]', now())
                        """)
                .param("id", UUID.randomUUID())
                .param("portfolio", session.id)
                .param("cycle", session.cycle)
                .update();

        Answer refused = writer().delete(session.path());

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString()).contains("waits for risk-service");
    }

    @Test
    void allArePausedAndThoseThatWereArePausedStill() {
        long buying = opened(creation("momentum")).portfolioId();
        long paused = opened(creation("momentum")).portfolioId();
        writer().post("/portfolios/" + paused + "/pause", "");

        assertThat(reader().post("/portfolios/pause-all", "").status()).isEqualTo(403);
        ChangedPortfolios stopped = all("pause-all");
        assertThat(result(stopped, buying).outcome()).isEqualTo(ChangedPortfolios.Outcome.PAUSED);
        assertThat(result(stopped, paused).outcome()).isEqualTo(ChangedPortfolios.Outcome.UNCHANGED);
        assertThat(numbers(reader().get("/portfolios/list?status=active"))).doesNotContain(buying, paused);

        ChangedPortfolios again = all("resume-all");
        assertThat(result(again, buying).outcome()).isEqualTo(ChangedPortfolios.Outcome.RESUMED);
        assertThat(result(again, buying).status()).isEqualTo(PortfolioStatus.ACTIVE);
        assertThat(result(again, paused).outcome()).isEqualTo(ChangedPortfolios.Outcome.UNCHANGED);
        assertThat(result(again, paused).reason()).contains("/portfolios/%d/resume".formatted(paused));
        assertThat(numbers(reader().get("/portfolios/list?status=active")))
                .contains(buying)
                .doesNotContain(paused);
        assertThat(texts(reader().get("/portfolios/" + buying + "/history").json(), "what"))
                .containsExactly("CREATED", "PAUSED_WITH_ALL", "RESUMED_WITH_ALL");
    }

    private ChangedPortfolios all(String what) {
        Answer answer = writer().post("/portfolios/" + what, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(ChangedPortfolios.class);
    }

    private static ChangedPortfolios.Result result(ChangedPortfolios all, long portfolio) {
        return all.portfolios().stream()
                .filter(each -> each.portfolioId() == portfolio)
                .findFirst()
                .orElseThrow();
    }

    private Portfolio opened(String body) {
        Answer created = writer().post("/portfolios/create", body);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.as(Portfolio.class);
    }

    private static String named(String name) {
        return """
                {"name": "%s", "strategy_type": "momentum", "initial_balance": 1000}"""
                .formatted(name);
    }
}
