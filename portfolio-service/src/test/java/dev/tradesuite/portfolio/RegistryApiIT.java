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
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM strategy").update();
    }

    @Test
    void registryBeginsEmpty() {
        Answer answer = reader().get(STRATEGIES);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"strategies\":[]}");
    }

    @Test
    void strategiesAreListedByCodePageByPage() {
        register("hold-msft", "hold:MSFT");
        register("hold-aapl", "hold:AAPL");

        RegisteredStrategyPage first = reader().get(STRATEGIES + "?limit=1").as(RegisteredStrategyPage.class);
        RegisteredStrategyPage second =
                reader().get(STRATEGIES + "?limit=1&after=" + first.next()).as(RegisteredStrategyPage.class);

        assertThat(first.strategies()).singleElement().satisfies(strategy -> {
            assertThat(strategy.source()).isEqualTo("hold:AAPL");
            assertThat(strategy.state()).isEqualTo(LifecycleState.DISCOVERY);
            assertThat(strategy.benchmark()).isNull();
        });
        assertThat(second.strategies()).extracting(RegisteredStrategy::code).containsExactly("hold-msft");
        assertThat(second.next()).isNull();
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

    private void register(String code, String source) {
        jdbc.sql(
                        """
                        INSERT INTO strategy (code, name, source, state, registered_at)
                        VALUES (:code, :code, :source, 'DISCOVERY', now())
                        """)
                .param("code", code)
                .param("source", source)
                .update();
    }
}
