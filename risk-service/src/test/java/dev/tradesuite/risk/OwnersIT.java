package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.EveryOwner;
import dev.tradesuite.test.EveryOwner.Sample;
import dev.tradesuite.test.SuiteClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ann and Bob have accounts, and neither finds what risk knows of the other's. */
@RiskIntegrationTest
class OwnersIT {

    private static final String STATES = "/api/v1/risk/trading-state";
    private static final String EVENTS = "/api/v1/risk/events?limit=1000";

    private final SuiteClient client;
    private final World world;
    private final String ann = "ann-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();
    private final String annsAccount = "t-" + UUID.randomUUID();
    private final String bobsAccount = "t-" + UUID.randomUUID();

    OwnersIT(@Autowired SuiteClient client, @Autowired World world) {
        this.client = client;
        this.world = world;
    }

    @BeforeEach
    void openAccounts() {
        world.open(annsAccount);
        world.open(bobsAccount);
        world.standIns().owners.put("account/" + annsAccount, ann);
        world.standIns().owners.put("account/" + bobsAccount, bob);
    }

    @Test
    void nobodyFindsWhatIsSomebodyElses() {
        client.with("risk:admin").put(STATES, state("ACCOUNT", bobsAccount));

        List<String> asked = EveryOwner.keepsTo(
                client,
                ann,
                Map.of("account", new Sample(annsAccount, bobsAccount, "nobodys")),
                Map.of(
                        "POST /api/v1/risk/check",
                        """
                        {"account_id": "%s", "symbol": "EURUSD", "side": "BUY", "lots": 0.1, "entry_price": 1.0835,
                         "stop_loss_price": 1.0785}""",
                        "PUT /api/v1/risk/trading-state",
                        state("ACCOUNT", "%s")));

        assertThat(asked)
                .contains(
                        "GET /api/v1/risk/accounts/{account}",
                        "GET /api/v1/risk/accounts/{account}/headroom",
                        "GET /api/v1/risk/events",
                        "PUT /api/v1/risk/limits/{account}",
                        "POST /api/v1/risk/accounts/{account}/high-water-mark",
                        "POST /api/v1/risk/check",
                        "PUT /api/v1/risk/trading-state",
                        "GET /api/v1/risk/trading-state");
    }

    @Test
    void booksOfAPortfolioAreItsOwners() {
        world.standIns().portfolios.add("77001");
        world.standIns().owners.put("portfolio/77001", bob);
        assertThat(user(bob).put(STATES, state("PORTFOLIO", "77001")).status()).isEqualTo(200);

        assertThat(user(ann).put(STATES, state("PORTFOLIO", "77001")).status()).isEqualTo(404);
        assertThat(user(ann).put(STATES, state("ACCOUNT", "portfolio-77001")).status())
                .isEqualTo(404);
        assertThat(user(ann).get("/api/v1/risk/accounts/portfolio-77001").status())
                .isEqualTo(404);
        assertThat(user(ann).get(STATES).text()).doesNotContain("77001");
        assertThat(user(bob).get(STATES).text()).contains("77001");
    }

    @Test
    void statesOfSymbolsAreToldToEverybody() {
        client.with("risk:admin").put(STATES, state("SYMBOL", "EURNOK"));

        assertThat(user(ann).get(STATES + "?scope=SYMBOL&id=EURNOK").json()).hasSize(1);
    }

    @Test
    void historyOfBooksIsTheirOwners() {
        String strategy = "s-" + UUID.randomUUID();
        world.standIns().strategies.add(strategy);
        world.standIns().portfolios.add("77002");
        world.standIns().owners.put("portfolio/77002", bob);
        client.with("risk:admin").put(STATES, state("STRATEGY", strategy));
        for (String[] books : new String[][] {{"ACCOUNT", bobsAccount}, {"PORTFOLIO", "77002"}}) {
            assertThat(user(bob).put(STATES, state(books[0], books[1])).status())
                    .isEqualTo(200);
        }
        World.limit(client, bobsAccount, World.limits("5", "80", "0.7", "1000"));

        String toBob = user(bob).get(EVENTS).text();
        String toAnn = user(ann).get(EVENTS).text();

        assertThat(toBob).contains(bobsAccount, "portfolio-77002", "LIMIT_CHANGE", strategy);
        assertThat(toAnn).doesNotContain(bobsAccount, "77002").contains(strategy);
        assertThat(user(ann).get(EVENTS + "&account=" + bobsAccount).status()).isEqualTo(404);
    }

    @Test
    void supposedAccountIsNobodys() {
        assertThat(user(ann)
                        .post(
                                "/api/v1/risk/check",
                                """
                                {"what_if": {"equity": 10000}, "symbol": "EURUSD", "side": "BUY", "lots": 0.1,
                                 "entry_price": 1.0835, "stop_loss_price": 1.0785}""")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ownerThatIsKnownIsNotAskedForAgain() {
        user(ann).get("/api/v1/risk/limits/" + annsAccount);
        world.standIns().asked.clear();

        assertThat(user(ann).get("/api/v1/risk/limits/" + annsAccount).status()).isEqualTo(200);

        assertThat(world.standIns().asked).noneMatch(path -> path.contains("/owners/"));
    }

    private SuiteClient user(String name) {
        return client.as(name, List.of(), "trade:read", "risk:admin");
    }

    private static String state(String scope, String id) {
        return """
                {"scope": "%s", "id": "%s", "state": "ACTIVE", "reason": "a test"}"""
                .formatted(scope, id);
    }
}
