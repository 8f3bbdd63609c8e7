package dev.tradesuite.ledger.owner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.EveryOwner;
import dev.tradesuite.test.EveryOwner.Sample;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann and Bob have accounts and portfolios, and neither finds the other's. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class OwnersIT {

    private static final String ACCOUNTS = "/api/v1/accounts";

    @Autowired
    SuiteClient client;

    @Autowired
    JdbcClient jdbc;

    private final String ann = "ann-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Test
    void nobodyFindsWhatIsSomebodyElses() {
        String annsAccount = openAccount(user(ann));
        String annsPortfolio = openPortfolio(user(ann));
        String bobsAccount = openAccount(user(bob));
        String bobsPortfolio = openPortfolio(user(bob));

        List<String> asked = EveryOwner.keepsTo(
                client,
                ann,
                Map.of(
                        "account", new Sample(annsAccount, bobsAccount, "nobodys"),
                        "portfolio", new Sample(annsPortfolio, bobsPortfolio, "987654321")),
                Map.of(
                        "POST /api/v1/accounts/{id}/portfolio-transfers",
                        """
                        {"transfer_id": "0197a1f0-0000-7000-8000-000000000009", "portfolio_id": %s, "amount": 1,
                         "reason": "Weights"}"""));

        assertThat(asked)
                .contains(
                        "GET /api/v1/accounts/{id}",
                        "GET /api/v1/accounts/{id}/round-trips",
                        "GET /portfolios/{id}/performance",
                        "POST /api/v1/accounts/{id}/cash-flows",
                        "GET /api/v1/accounts",
                        "POST /portfolios/{id}/archive",
                        "GET /portfolios/list");
    }

    @Test
    void whoOpensOwns() {
        String account = openAccount(user(ann));
        String portfolio = openPortfolio(user(ann));

        assertThat(owner(user(ann), ACCOUNTS + "/" + account)).isEqualTo(ann);
        assertThat(owner(user(ann), "/portfolios/" + portfolio)).isEqualTo(ann);
        assertThat(user(ann).get(ACCOUNTS).json().findValuesAsString("id")).containsExactly(account);
        assertThat(user(ann).get("/portfolios/list").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(user(bob).get(ACCOUNTS).json()).isEmpty();
        assertThat(user(bob).get("/portfolios/list").json().path("portfolios")).isEmpty();
    }

    @Test
    void pausingAllPausesOnesOwn() {
        String anns = openPortfolio(user(ann));
        String bobs = openPortfolio(user(bob));

        user(ann).post("/portfolios/pause-all", null);

        assertThat(user(ann).get("/portfolios/" + anns).json().path("status").asString())
                .isEqualTo("PAUSED");
        assertThat(user(bob).get("/portfolios/" + bobs).json().path("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void whatNobodyOpenedIsTheOperators() {
        SuiteClient operator = client.as(ann, List.of("operators"), "trade:read");

        assertThat(operator.get(ACCOUNTS + "/main").status()).isEqualTo(200);
        assertThat(owner(operator, ACCOUNTS + "/main")).isEqualTo("group:operators");
        assertThat(user(ann).get(ACCOUNTS + "/main").status()).isEqualTo(404);
        // Calling oneself a group, or being in one of another path, makes nobody an operator.
        assertThat(client.as("group:operators", List.of(), "trade:read")
                        .get(ACCOUNTS + "/main")
                        .status())
                .isEqualTo(404);
        assertThat(client.as(ann, List.of("/sub/operators"), "trade:read")
                        .get(ACCOUNTS + "/main")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void administratorsAndServicesSeeAll() {
        String account = openAccount(user(ann));

        for (String scope : List.of("admin", "internal")) {
            SuiteClient all = client.as("somebody", List.of(), "trade:read", scope);
            assertThat(all.get(ACCOUNTS + "/" + account).status()).isEqualTo(200);
            assertThat(all.get(ACCOUNTS).json().findValuesAsString("id")).contains(account, "main");
        }
    }

    @Test
    void ownerHandsOverToAGroupOfItsOwnAndAnAdministratorToAnybody() {
        String account = openAccount(user(ann));
        String path = ACCOUNTS + "/" + account;

        Answer refused = user(ann).put(path + "/owner", "{\"owner\": \"%s\"}".formatted(bob));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("owner");

        SuiteClient inDesk = client.as(ann, List.of("desk"), "trade:read", "portfolio:write");
        assertThat(inDesk.put(path + "/owner", "{\"owner\": \"group:desk\"}").status())
                .isEqualTo(200);
        assertThat(inDesk.get(path).status()).isEqualTo(200);
        assertThat(user(ann).get(path).status()).isEqualTo(404);

        client.with("portfolio:write").put(path + "/owner", "{\"owner\": \"%s\"}".formatted(bob));
        assertThat(user(bob).get(path).status()).isEqualTo(200);
        assertThat(inDesk.get(path).status()).isEqualTo(404);
    }

    @Test
    void whoCannotOwnOpensNothing() {
        String id = "t-" + UUID.randomUUID();

        Answer refused =
                client.as("group:operators", List.of(), "portfolio:write").post(ACCOUNTS, account(id));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(client.with("trade:read").get(ACCOUNTS + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void idThatIsTakenIsRefusedAndStaysItsOwners() {
        String account = openAccount(user(ann));

        assertThat(user(bob).post(ACCOUNTS, account(account)).status()).isEqualTo(409);

        assertThat(owner(user(ann), ACCOUNTS + "/" + account)).isEqualTo(ann);
        assertThat(user(bob).get(ACCOUNTS + "/" + account).status()).isEqualTo(404);
    }

    @Test
    void numberOfAPortfolioIsReadInOneWayOnly() {
        String portfolio = openPortfolio(user(ann));
        String hex = "0x" + Long.toHexString(Long.parseLong(portfolio));

        assertThat(user(bob).get("/portfolios/" + hex).status()).isEqualTo(404);
        assertThat(user(bob).get("/portfolios/%2B" + portfolio).status()).isEqualTo(404);
        assertThat(user(bob).get("/portfolios/%20" + portfolio).status()).isEqualTo(404);
        assertThat(user(bob).get("/portfolios/00" + portfolio).status()).isEqualTo(404);
    }

    @Test
    void servicesAreToldOwnersAndNobodyElseIs() {
        String account = openAccount(user(ann));
        String portfolio = openPortfolio(user(ann));
        SuiteClient service = client.as("service", List.of(), "internal");

        assertThat(service.get("/api/v1/owners/account/" + account)
                        .json()
                        .path("owner")
                        .asString())
                .isEqualTo(ann);
        assertThat(service.get("/api/v1/owners/portfolio/" + portfolio)
                        .json()
                        .path("owner")
                        .asString())
                .isEqualTo(ann);
        assertThat(service.get("/api/v1/owners/account/nobodys").status()).isEqualTo(404);
        assertThat(service.get("/api/v1/owners/portfolio/seven").status()).isEqualTo(404);
        assertThat(service.get("/api/v1/owners/account?owner=" + ann).json().path("ids"))
                .singleElement()
                .extracting(id -> id.asString())
                .isEqualTo(account);
        assertThat(user(ann).get("/api/v1/owners/account/" + account).status()).isEqualTo(403);
        assertThat(client.with("trade:read", "trade:execute", "portfolio:write", "risk:admin", "approve")
                        .get("/api/v1/owners/account?owner=" + ann)
                        .status())
                .isEqualTo(403);
    }

    private SuiteClient user(String name) {
        return client.as(name, List.of(), "trade:read", "portfolio:write");
    }

    private static String openAccount(SuiteClient user) {
        String id = "t-" + UUID.randomUUID();
        Answer opened = user.post(ACCOUNTS, account(id));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return id;
    }

    private static String account(String id) {
        return "{\"id\": \"%s\", \"currency\": \"USD\", \"initial_balance\": 1000}".formatted(id);
    }

    private static String openPortfolio(SuiteClient user) {
        Answer opened = user.post(
                "/portfolios/create",
                "{\"name\": \"%s\", \"strategy_type\": \"momentum\", \"initial_balance\": 1000}"
                        .formatted(UUID.randomUUID()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("portfolio_id").asString();
    }

    private static String owner(SuiteClient user, String path) {
        return user.get(path + "/owner").json().path("owner").asString();
    }
}
