package dev.tradesuite.test.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What every strategy controller promises over HTTP, on the markets of a file; ledger-service is played.
 *
 * <p>A controller's test extends it, is annotated with {@link dev.tradesuite.test.SuiteIntegrationTest} and adds what
 * its strategy does with these markets.
 */
public abstract class StrategyApiTest {

    /** The played ledger; empty at the beginning of each test. */
    protected static final FakeLedger BOOKS = FakeLedger.start();

    private static final Path MARKETS = markets();

    /** Runs the same cycle of portfolio 7 each time it is posted. */
    protected final String run = "/strategy/execute-full-cycle?portfolio_id=7&cycle_id=" + UUID.randomUUID();

    protected final SuiteClient anybody;
    protected final SuiteClient reader;
    protected final SuiteClient operator;

    private final String type;

    /** @param type key of the strategy */
    protected StrategyApiTest(SuiteClient client, String type) {
        this.anybody = client;
        this.reader = client.with("trade:read");
        this.operator = client.with("internal");
        this.type = type;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("suite.services.ledger.url", BOOKS::url);
        properties.add("suite.market-source.kind", () -> "file");
        properties.add("suite.market-source.file", MARKETS::toString);
        // Its markets are of a day long ago.
        properties.add("suite.market-source.max-age.file", () -> "36500d");
    }

    @BeforeEach
    void emptyTheBooks() {
        BOOKS.reset(type);
    }

    @Test
    void cycleWithNothingToDoOnlyBeginsAndEnds() {
        BOOKS.sets("event_min_liquidity", 1_000_000_000);

        Answer answer = operator.header("X-Cycle-Fence", "12").post(run, null);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.at("/strategy").asString()).isEqualTo(type);
        assertThat(report.at("/label").asString()).isEqualTo("PAPER");
        assertThat(report.at("/market_source").asString()).isEqualTo("file");
        assertThat(report.at("/counts/events").asInt()).isEqualTo(3);
        assertThat(report.at("/counts/events_kept").asInt()).isZero();
        assertThat(report.at("/counts/trades").asInt()).isZero();
        assertThat(texts(report, "/steps", "/name"))
                .containsExactly("begin", "markets", "event_filter", "market_filter", "held_markets", "signals");
        assertThat(BOOKS.calls()).extracting(FakeLedger.Call::name).containsExactly("begin", "complete");
        assertThat(BOOKS.calls())
                .allSatisfy(call -> assertThat(call.body().at("/fence").asInt()).isEqualTo(12))
                .allSatisfy(call -> assertThat(call.token()).startsWith("Bearer "));
    }

    @Test
    void whatIsHeldIsPricedInTheCallWithTheOrders() {
        BOOKS.sets("event_min_liquidity", 1_000_000_000);
        BOOKS.holds("9001", "Yes");

        operator.post(run, null);

        JsonNode asked = BOOKS.bodies("orders").getFirst();
        assertThat(asked.at("/label").asString()).isEqualTo("PAPER");
        assertThat(asked.at("/prices")).singleElement().satisfies(price -> {
            assertThat(price.at("/market_id").asString()).isEqualTo("9001");
            assertThat(price.at("/outcome").asString()).isEqualTo("Yes");
            assertThat(price.at("/bid").decimalValue()).isEqualByComparingTo("0.775");
            assertThat(price.at("/at").asString()).isEqualTo("2026-03-02T12:00:00Z");
        });
    }

    @Test
    void cycleThatHasEndedIsToldAgain() {
        JsonNode first = operator.post(run, null).json();
        int calls = BOOKS.calls().size();

        JsonNode again = operator.post(run, null).json();

        assertThat(first.at("/replayed").asBoolean()).isFalse();
        assertThat(again.at("/replayed").asBoolean()).isTrue();
        assertThat(again.at("/started_at")).isEqualTo(first.at("/started_at"));
        assertThat(BOOKS.calls()).hasSize(calls + 1);
    }

    @Test
    void configurationThatIsNotValidIsNamed() {
        BOOKS.sets("max_positions", -1);
        BOOKS.sets("speed", 1);

        Answer answer = operator.post(run, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(texts(answer.json(), "/errors", "/field"))
                .containsExactlyInAnyOrder("strategy_config.speed", "strategy_config.max_positions");
        assertThat(BOOKS.calls()).extracting(FakeLedger.Call::name).containsExactly("begin");
    }

    @Test
    void booksThatAreAwayAreA503AndTheCycleCanBeRepeated() {
        BOOKS.holds("9001", "Yes");
        BOOKS.isAway(true);
        Answer away = operator.post(run, null);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.json().at("/detail").asString()).startsWith("ledger is unavailable");
        assertThat(BOOKS.bodies("complete")).isEmpty();

        BOOKS.isAway(false);

        assertThat(operator.post(run, null).status()).isEqualTo(200);
    }

    @Test
    void whatTheBooksSayOfThePortfolioIsPassedOn() {
        BOOKS.refuses(404, "NOT_FOUND", "no portfolio 7");
        Answer unknown = operator.post(run, null);
        BOOKS.refuses(409, "CYCLE_SUPERSEDED", "fence 12 is below 13");
        Answer superseded = operator.post(run, null);
        BOOKS.reset("astrology");
        Answer other = operator.post(run, null);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/detail").asString()).isEqualTo("no portfolio 7");
        assertThat(superseded.json().at("/code").asString()).isEqualTo("CYCLE_SUPERSEDED");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().at("/detail").asString()).isEqualTo("portfolio 7 is run by astrology, this is " + type);
    }

    @Test
    void faultyParametersAreNamed() {
        Answer answer = operator.post("/strategy/execute-full-cycle?portfolio_id=seven", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("portfolio_id");
        for (String bad : List.of("", "?portfolio_id=0", "?portfolio_id=7&cycle_id=x")) {
            assertThat(operator.post("/strategy/execute-full-cycle" + bad, null).status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(operator.header("X-Cycle-Fence", "-1").post(run, null).status())
                .isEqualTo(400);
    }

    @Test
    void describesItself() {
        JsonNode info = reader.get("/strategy/info").json();

        assertThat(info.at("/type").asString()).isEqualTo(type);
        assertThat(info.at("/name").asString()).isNotBlank();
        assertThat(info.at("/description").asString()).isNotBlank();
        assertThat(info.at("/version").asString()).isNotBlank();
        assertThat(info.at("/market_source").asString()).isEqualTo("file");
        assertThat(info.at("/parameters")).isNotEmpty().allSatisfy(parameter -> {
            assertThat(parameter.at("/meaning").asString()).isNotBlank();
            assertThat(parameter.at("/range").asString()).isNotBlank();
            assertThat(info.at("/default_config").has(parameter.at("/name").asString()))
                    .isTrue();
        });
    }

    @Test
    void saysWhatIsWrongWithAConfiguration() {
        JsonNode bad = validated(
                """
                {"max_positions": 2.5, "trade_amount": -1, "moon": 1, "market_min_volume": null,
                 "event_min_volume": NaN, "market_min_liquidity": 1e-999999}
                """);
        JsonNode good = validated("{\"max_positions\": 3}");

        assertThat(bad.at("/valid").asBoolean()).isFalse();
        assertThat(faults(bad))
                .containsExactlyInAnyOrder(
                        "moon UNKNOWN_KEY",
                        "event_min_volume NOT_A_NUMBER",
                        "market_min_volume WRONG_TYPE",
                        "market_min_liquidity OUT_OF_RANGE",
                        "max_positions WRONG_TYPE",
                        "trade_amount OUT_OF_RANGE");
        assertThat(good.at("/valid").asBoolean()).isTrue();
        assertThat(good.at("/config/max_positions").asInt()).isEqualTo(3);
        assertThat(good.at("/config").has("event_min_liquidity")).isTrue();
        assertThat(reader.post("/strategy/validate-config", "[]").status()).isEqualTo(400);
        assertThat(validated("{\"a\":").at("/code").asString()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void tellsWhatItHasDone() {
        long before =
                reader.get("/strategy/status").json().at("/cycles_succeeded").asLong();
        operator.post(run, null);

        JsonNode status = reader.get("/strategy/status").json();

        assertThat(status.at("/status").asString()).isEqualTo("online");
        assertThat(status.at("/type").asString()).isEqualTo(type);
        assertThat(status.at("/cycles_succeeded").asLong()).isEqualTo(before + 1);
        assertThat(status.at("/cycles_running").asInt()).isZero();
        assertThat(status.at("/markets_at").asString()).isEqualTo("2026-03-02T12:00:00Z");
    }

    @Test
    void asksForTheScopeOfEachCall() {
        assertThat(anybody.get("/strategy/info").status()).isEqualTo(401);
        assertThat(operator.get("/strategy/info").status()).isEqualTo(403);
        assertThat(operator.get("/strategy/status").status()).isEqualTo(403);
        assertThat(operator.post("/strategy/validate-config", "{}").status()).isEqualTo(403);
        assertThat(reader.post(run, null).status()).isEqualTo(403);
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(anybody);
    }

    @Test
    void isDescribedAsTheCommittedCopySays() throws IOException {
        CommittedOpenApi.check(anybody, "strategy-%s-service".formatted(type.replace('_', '-')));
    }

    /** The answer to a configuration that is checked. */
    protected final JsonNode validated(String config) {
        return reader.post("/strategy/validate-config", config).json();
    }

    /** Parameter and code of everything that is wrong with a configuration. */
    protected static List<String> faults(JsonNode validation) {
        List<String> faults = new ArrayList<>();
        validation
                .at("/errors")
                .forEach(error -> faults.add("%s %s"
                        .formatted(
                                error.at("/field").asString(), error.at("/code").asString())));
        return faults;
    }

    /** A member of every element of an array. */
    protected static List<String> texts(JsonNode json, String array, String member) {
        List<String> texts = new ArrayList<>();
        json.at(array).forEach(element -> texts.add(element.at(member).asString()));
        return texts;
    }

    private static Path markets() {
        try (InputStream sample = StrategyApiTest.class.getResourceAsStream("/strategy/markets.json")) {
            Path file = Files.createTempFile("markets", ".json");
            file.toFile().deleteOnExit();
            Files.copy(Objects.requireNonNull(sample), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
