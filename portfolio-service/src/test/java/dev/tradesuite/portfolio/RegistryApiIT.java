package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.RegisteredStrategy;
import dev.tradesuite.contracts.portfolio.RegisteredStrategyPage;
import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SuiteIntegrationTest
class RegistryApiIT {

    private static final String STRATEGIES = "/api/v1/strategies";

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void forget() {
        StrategyTables.clear(jdbc);
    }

    @Test
    void registryBeginsEmpty() {
        Answer answer = reader().get(STRATEGIES);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"strategies\":[]}");
    }

    @Test
    void strategiesAreListedByCodePageByPage() {
        register("hold-usdjpy", "hold:USDJPY");
        register("hold-eurusd", "hold:eurusd");

        RegisteredStrategyPage first = reader().get(STRATEGIES + "?limit=1").as(RegisteredStrategyPage.class);
        RegisteredStrategyPage second =
                reader().get(STRATEGIES + "?limit=1&after=" + first.next()).as(RegisteredStrategyPage.class);

        assertThat(first.strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.source()).isEqualTo("hold:EURUSD");
            assertThat(strategy.state()).isEqualTo(LifecycleState.DISCOVERY);
            assertThat(strategy.benchmark()).isNull();
            assertThat(strategy.fetch()).isNull();
        });
        assertThat(second.strategies()).extracting(RegisteredStrategy::code).containsExactly("hold-usdjpy");
        assertThat(second.next()).isNull();
    }

    @Test
    void registeredStrategyIsFoundAndItsCodeIsTaken() {
        Answer created = register("own", "imported");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(STRATEGIES + "/own");
        assertThat(reader().get(STRATEGIES + "/own").as(RegisteredStrategy.class))
                .isEqualTo(created.as(RegisteredStrategy.class));
        assertThat(register("own", "hold:EURUSD").status()).isEqualTo(409);
        assertThat(reader().get(STRATEGIES + "/other").status()).isEqualTo(404);
    }

    @Test
    void sameKeyIsTheSameRegistration() {
        SuiteClient keyed = writer().header("Idempotency-Key", "register-1");
        String body = "{\"code\":\"own\",\"source\":\"imported\"}";

        Answer first = keyed.post(STRATEGIES, body);
        Answer again = keyed.post(STRATEGIES, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(keyed.post(STRATEGIES, "{\"code\":\"own\",\"source\":\"hold:EURUSD\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void badSourcesAreRefusedWithTheFormsThereAre() {
        Answer malformed = register("own", "hold");
        Answer unknown = register("own", "hold:NOSUCH");

        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.json().at("/errors/0/field").asString()).isEqualTo("source");
        assertThat(malformed.json().at("/errors/0/message").asString()).contains("model:CODE:SYMBOL", "imported");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(register("a b", "imported").json().at("/errors/0/field").asString())
                .isEqualTo("code");
    }

    @Test
    void changeIsMadeFromTheVersionItStates() {
        register("own", "imported");
        register("other", "imported");

        Answer changed =
                writer().patch(STRATEGIES + "/own", "{\"name\":\"Mine\",\"benchmark\":\"other\",\"version\":0}");
        Answer late = writer().patch(STRATEGIES + "/own", "{\"name\":\"Yours\",\"version\":0}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.as(RegisteredStrategy.class).version()).isEqualTo(1);
        assertThat(changed.as(RegisteredStrategy.class).benchmark()).isEqualTo("other");
        assertThat(late.status()).isEqualTo(409);
        assertThat(reader().get(STRATEGIES + "/own")
                        .as(RegisteredStrategy.class)
                        .name())
                .isEqualTo("Mine");
        assertThat(writer().patch(STRATEGIES + "/own", "{}").status()).isEqualTo(400);
        assertThat(writer().patch(STRATEGIES + "/own", "{\"benchmark\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(writer().patch(STRATEGIES + "/own", "{\"source\":\"hold:EURUSD\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void strategyOnBooksIsShownToTheirOwnerAlone() {
        register("books", "account:main");
        register("own", "imported");
        SuiteClient somebody = anybody.as("somebody", List.of(), "trade:read", "portfolio:write");

        assertThat(somebody.get(STRATEGIES + "/own").status()).isEqualTo(200);
        // Nobody answers here who could say whose the account is; without an answer it is not theirs.
        assertThat(somebody.get(STRATEGIES + "/books").status()).isEqualTo(503);
        assertThat(somebody.get(STRATEGIES + "/books/returns").status()).isEqualTo(503);
        assertThat(somebody.get(STRATEGIES + "/books/lifecycle").status()).isEqualTo(503);
        assertThat(somebody.get(STRATEGIES).status()).isEqualTo(503);
        assertThat(somebody.post(STRATEGIES, "{\"code\":\"mine\",\"source\":\"account:main\"}")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void onlyWritersMayChange() {
        assertThat(reader().post(STRATEGIES, "{\"code\":\"own\",\"source\":\"imported\"}")
                        .status())
                .isEqualTo(403);
        assertThat(reader().patch(STRATEGIES + "/own", "{\"name\":\"x\"}").status())
                .isEqualTo(403);
    }

    @Test
    void limitIsBounded() {
        Answer answer = reader().get(STRATEGIES + "?limit=1001");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("limit");
    }

    @Test
    void onlyReadersMayList() {
        assertThat(anybody.get(STRATEGIES).status()).isEqualTo(401);
        assertThat(anybody.with("risk:admin").get(STRATEGIES).status()).isEqualTo(403);
    }

    @Test
    void isReadyAsSoonAsItsTablesAre() {
        assertThat(anybody.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(anybody);
    }

    @Test
    void describesItsApi() throws IOException {
        CommittedOpenApi.check(anybody, "portfolio-service");
    }

    private SuiteClient reader() {
        return anybody.with("trade:read");
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read");
    }

    private Answer register(String code, String source) {
        return writer().post(STRATEGIES, "{\"code\":\"%s\",\"source\":\"%s\"}".formatted(code, source));
    }
}
