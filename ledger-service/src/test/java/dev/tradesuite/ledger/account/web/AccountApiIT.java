package dev.tradesuite.ledger.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.CashFlow;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.Reconciliation;
import dev.tradesuite.ledger.StandIns;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class AccountApiIT {

    @Autowired
    SuiteClient client;

    @Autowired
    StandIns standIns;

    @Test
    void defaultAccountIsThereFromTheFirstStart() {
        Account main = reader().get("/api/v1/accounts/main").as(Account.class);

        assertThat(main.currency()).isEqualTo("USD");
        assertThat(main.balance()).isEqualByComparingTo("10000");
        assertThat(main.equity()).isEqualByComparingTo("10000");
        assertThat(main.sequence()).isEqualTo(1);
        assertThat(main.positions()).isEmpty();
        assertThat(main.equityAt()).isEqualTo(main.updatedAt());
    }

    @Test
    void accountIsOpenedOnceAndListed() {
        Answer created = writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "api-eur", "name": "Euro", "currency": "EUR", "initial_balance": 2500.50}
                """);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/accounts/api-eur");
        assertThat(created.json().get("balance").decimalValue()).isEqualByComparingTo("2500.50");
        assertThat(created.json().get("label").stringValue()).isEqualTo("PAPER");

        Answer again = writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "api-eur", "currency": "USD", "initial_balance": 1}
                """);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").stringValue()).isEqualTo("CONFLICT");

        assertThat(ids(reader().get("/api/v1/accounts").json())).contains("main", "api-eur");
        assertThat(reader().get("/api/v1/accounts/api-eur").as(Account.class).currency())
                .isEqualTo("EUR");
    }

    @Test
    void everyFaultyFieldOfAAccountOpeningIsNamed() {
        Answer refused = writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "No Spaces", "currency": "usd", "initial_balance": -5}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("VALIDATION_FAILED");
        assertThat(fields(refused.json())).containsExactlyInAnyOrder("id", "currency", "initial_balance");

        Answer unknown = writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "api-xxx", "currency": "XXX", "initial_balance": 100}
                """);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(fields(unknown.json())).containsExactly("currency");
        assertThat(reader().get("/api/v1/accounts/api-xxx").status()).isEqualTo(404);
    }

    @Test
    void leavesTheNamesOfPortfoliosToThem() {
        Answer refused = writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "portfolio-7", "currency": "USD", "initial_balance": 100}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused.json())).containsExactly("id");
    }

    @Test
    void faultyParametersAreNamed() {
        Answer refused = reader().get("/api/v1/accounts/main/trades?limit=0&from=yesterday");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused.json())).containsExactlyInAnyOrder("limit", "from");

        Answer backwards =
                reader().get("/api/v1/accounts/main/history?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z");
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(fields(backwards.json())).containsExactly("to");
    }

    @Test
    void unknownAccountIsNotFoundWhateverIsAsked() {
        for (String path : new String[] {"", "/positions", "/holdings", "/trades", "/history", "/reconciliation"}) {
            Answer answer = reader().get("/api/v1/accounts/nobody" + path);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().get("code").stringValue()).isEqualTo("NOT_FOUND");
            assertThat(answer.json().get("trace_id").stringValue()).hasSize(32);
        }
    }

    @Test
    void freshAccountHasNoTradesOnePointAndBalances() {
        writer().post(
                        "/api/v1/accounts",
                        """
                {"id": "api-fresh", "currency": "USD", "initial_balance": 100}
                """);

        assertThat(reader().get("/api/v1/accounts/api-fresh/trades").json()).isEmpty();
        assertThat(reader().get("/api/v1/accounts/api-fresh/positions").json()).isEmpty();
        JsonNode history = reader().get("/api/v1/accounts/api-fresh/history").json();
        assertThat(history).hasSize(1);
        assertThat(history.get(0).get("cause").stringValue()).isEqualTo("OPENED");
        Reconciliation books =
                reader().get("/api/v1/accounts/api-fresh/reconciliation").as(Reconciliation.class);
        assertThat(books.balanced()).isTrue();
        assertThat(books.trades()).isZero();
        assertThat(books.positions()).isEmpty();
    }

    @Test
    void cashMovesTheBalanceOnceAndIsNoProfit() {
        open("api-cash");
        SuiteClient keyed = writer().header("Idempotency-Key", "api-cash-1");
        String deposit =
                """
                {"kind": "deposit", "amount": 500.25, "reason": "Savings"}
                """;

        Answer paid = keyed.post("/api/v1/accounts/api-cash/cash-flows", deposit);
        Answer repeated = keyed.post("/api/v1/accounts/api-cash/cash-flows", deposit);
        Answer other = keyed.post(
                "/api/v1/accounts/api-cash/cash-flows",
                """
                {"kind": "deposit", "amount": 1, "reason": "Savings"}
                """);
        pay("api-cash", "withdrawal", "100");
        pay("api-cash", "interest", "-0.25");

        assertThat(paid.status()).as(paid.text()).isEqualTo(200);
        assertThat(paid.json().get("balance_after").decimalValue()).isEqualByComparingTo("600.25");
        assertThat(repeated.json()).isEqualTo(paid.json());
        assertThat(other.status()).isEqualTo(422);
        Account account = reader().get("/api/v1/accounts/api-cash").as(Account.class);
        assertThat(account.balance()).isEqualByComparingTo("500");
        assertThat(account.netCashFlow()).isEqualByComparingTo("400");
        assertThat(account.realisedPnl()).isEqualByComparingTo("0");
        JsonNode history = reader().get("/api/v1/accounts/api-cash/history").json();
        assertThat(history).hasSize(4);
        assertThat(history.get(1).get("cause").stringValue()).isEqualTo("CASH_FLOW");
        assertThat(history.get(1).get("net_cash_flow").decimalValue()).isEqualByComparingTo("500.25");
        assertThat(reader().get("/api/v1/accounts/api-cash/reconciliation")
                        .as(Reconciliation.class)
                        .balanced())
                .isTrue();

        CashFlowPage first =
                reader().get("/api/v1/accounts/api-cash/cash-flows?limit=2").as(CashFlowPage.class);
        CashFlowPage second = reader().get("/api/v1/accounts/api-cash/cash-flows?limit=2&cursor=" + first.nextCursor())
                .as(CashFlowPage.class);
        assertThat(first.cashFlows())
                .extracting(CashFlow::kind)
                .containsExactly(CashFlowKind.INTEREST, CashFlowKind.WITHDRAWAL);
        assertThat(second.cashFlows()).extracting(CashFlow::kind).containsExactly(CashFlowKind.DEPOSIT);
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void moreThanIsFreeIsRefusedWithTheAmountThatIs() {
        open("api-free");

        Answer refused = pay("api-free", "withdrawal", "100.01");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("INSUFFICIENT_FREE_MARGIN");
        assertThat(refused.json().get("detail").stringValue()).contains("100.01", "free margin of 100");
        Answer negative = pay("api-free", "deposit", "-5");
        assertThat(negative.status()).isEqualTo(400);
        assertThat(fields(negative.json())).containsExactly("amount");
        assertThat(pay("api-nobody", "deposit", "5").status()).isEqualTo(404);
    }

    @Test
    void marginHeldForPendingOrdersIsNotWithdrawn() {
        open("api-pending");
        standIns.reserved.put("api-pending", new BigDecimal("40"));

        Answer refused = pay("api-pending", "withdrawal", "60.01");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("INSUFFICIENT_FREE_MARGIN");
        assertThat(refused.json().get("detail").stringValue())
                .contains("free margin of 60", "40 held for pending orders");
        assertThat(pay("api-pending", "withdrawal", "60").status()).isEqualTo(200);
    }

    @Test
    void nothingIsWithdrawnWhileRiskDoesNotAnswer() {
        open("api-unknown");
        standIns.unanswered.add("api-unknown");

        Answer refused = pay("api-unknown", "withdrawal", "1");

        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("SERVICE_OFFLINE");
        assertThat(refused.json().get("detail").stringValue()).contains("risk");
        assertThat(pay("api-unknown", "deposit", "1").status()).isEqualTo(200);
        assertThat(reader().get("/api/v1/accounts/api-unknown")
                        .as(Account.class)
                        .balance())
                .isEqualByComparingTo("101");
    }

    @Test
    void repeatWithTheSameKeyOpensNothingAgain() {
        SuiteClient keyed = writer().header("Idempotency-Key", "api-keyed-1");
        String body =
                """
                {"id": "api-keyed", "currency": "USD", "initial_balance": 100}
                """;

        Answer opened = keyed.post("/api/v1/accounts", body);
        pay("api-keyed", "deposit", "5");
        Answer repeated = keyed.post("/api/v1/accounts", body);

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text()).isEqualTo(opened.text());
        assertThat(repeated.headers().firstValue("Location")).hasValue("/api/v1/accounts/api-keyed");
        assertThat(writer().post("/api/v1/accounts", body).status()).isEqualTo(409);
        assertThat(keyed.post("/api/v1/accounts", body.replace("100", "200")).status())
                .isEqualTo(422);
    }

    @Test
    void accountIsRenamedAndArchivedAndTakesNoCashThen() {
        open("api-archive");

        Answer archived = writer().patch(
                        "/api/v1/accounts/api-archive",
                        """
                        {"name": "Old", "status": "ARCHIVED"}
                        """);

        assertThat(archived.status()).as(archived.text()).isEqualTo(200);
        assertThat(archived.json().get("name").stringValue()).isEqualTo("Old");
        assertThat(archived.json().get("status").stringValue()).isEqualTo("ARCHIVED");
        assertThat(pay("api-archive", "deposit", "5").status()).isEqualTo(409);
        assertThat(writer().patch("/api/v1/accounts/api-archive", "{}").status())
                .isEqualTo(400);
        assertThat(writer().patch("/api/v1/accounts/api-nobody", "{\"name\": \"X\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void accountWithOpenOrdersIsNotArchived() {
        open("api-busy");
        standIns.busy.add("api-busy");

        Answer refused = writer().patch("/api/v1/accounts/api-busy", "{\"status\": \"ARCHIVED\"}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().get("detail").stringValue()).contains("open orders");
    }

    @Test
    void idIsCheckedWhereverItStands() {
        for (String path : new String[] {"", "/positions", "/trades", "/history", "/reconciliation", "/cash-flows"}) {
            Answer refused = reader().get("/api/v1/accounts/a%20b" + path);

            assertThat(refused.status()).as(path).isEqualTo(400);
        }
        assertThat(writer().post(
                                "/api/v1/accounts",
                                """
                                {"id": "Api.Case_1", "currency": "USDT", "initial_balance": 100}
                                """)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tokenIsNeededAndItsScopeDecides() {
        assertThat(client.get("/api/v1/accounts/main").status()).isEqualTo(401);
        assertThat(client.header("Authorization", "Bearer " + TestTokens.expiredToken("trade:read"))
                        .get("/api/v1/accounts/main")
                        .status())
                .isEqualTo(401);
        assertThat(client.with("portfolio:write").get("/api/v1/accounts/main").status())
                .isEqualTo(403);

        Answer refused = reader().post(
                        "/api/v1/accounts",
                        """
                {"id": "api-denied", "currency": "USD", "initial_balance": 100}
                """);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").stringValue()).isEqualTo("FORBIDDEN");
        assertThat(reader().get("/api/v1/accounts/api-denied").status()).isEqualTo(404);
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(client);
    }

    @Test
    void apiDescriptionIsTheCommittedOne() throws IOException {
        CommittedOpenApi.check(client, "ledger-service");
    }

    private void open(String account) {
        assertThat(writer().post(
                                "/api/v1/accounts",
                                """
                                {"id": "%s", "currency": "USD", "initial_balance": 100}
                                """
                                        .formatted(account))
                        .status())
                .isEqualTo(201);
    }

    private Answer pay(String account, String kind, String amount) {
        return writer().post(
                        "/api/v1/accounts/%s/cash-flows".formatted(account),
                        """
                        {"kind": "%s", "amount": %s, "reason": "a test"}
                        """
                                .formatted(kind, amount));
    }

    private SuiteClient reader() {
        return client.with("trade:read");
    }

    private SuiteClient writer() {
        return client.with("portfolio:write");
    }

    private static String[] ids(JsonNode accounts) {
        return texts(accounts, "id");
    }

    private static String[] fields(JsonNode problem) {
        return texts(problem.get("errors"), "field");
    }

    private static String[] texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.get(name).stringValue())
                .toArray(String[]::new);
    }
}
