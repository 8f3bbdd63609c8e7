package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTokens;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, and the description of it. */
class SecurityIT extends OrchestratorTest {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/orchestrator/analyze, trade:read, trade:execute",
        "GET, /api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1, trade:read, trade:execute",
        "POST, /api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1, trade:read, trade:execute",
        "GET, /api/v1/orchestrator/decisions/" + ID + ", trade:read, trade:execute",
        "GET, /api/v1/orchestrator/orders, trade:read, trade:execute",
        "GET, /api/v1/orchestrator/decisions, trade:read, trade:execute",
        "POST, /api/v1/orchestrator/stop, risk:admin, trade:execute",
        "GET, /api/v1/orchestrator/stop/preview?level=halt&scope=all, risk:admin, trade:execute",
        "GET, /api/v1/orchestrator/stops, trade:read, trade:execute",
        "GET, /api/v1/orchestrator/stops/" + ID + ", trade:read, trade:execute",
        "GET, /api/v1/orchestrator/orders/" + ID + ", trade:read, trade:execute",
        "POST, /api/v1/orchestrator/execute, trade:execute, trade:read",
        "POST, /api/v1/orchestrator/orders/" + ID + "/cancel, trade:execute, trade:read",
        "POST, /api/v1/orchestrator/positions/EURUSD/close, trade:execute, trade:read",
        "GET, /api/v1/approvals, approve, trade:execute",
        "GET, /api/v1/approvals/" + ID + ", trade:read, trade:execute",
        "POST, /api/v1/approvals, internal, approve",
        "POST, /api/v1/approvals/" + ID + "/approve, approve, trade:execute",
        "POST, /api/v1/approvals/" + ID + "/reject, approve, trade:execute",
        "POST, /api/v1/approvals/approve, approve, trade:execute",
        "POST, /api/v1/webhooks/tradingview, risk:admin, trade:execute",
        "GET, /api/v1/webhooks/tradingview, portfolio:write, trade:execute",
        "DELETE, /api/v1/webhooks/tradingview/" + ID + ", portfolio:write, trade:execute"
    })
    void endpointAsksForItsScope(String method, String path, String right, String wrong) {
        Answer without = call(http, method, path);
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().path("code").asString()).isEqualTo("UNAUTHORIZED");

        Answer withWrong = call(http.with(wrong), method, path);
        assertThat(withWrong.status()).isEqualTo(403);
        assertThat(withWrong.json().path("code").asString()).isEqualTo("FORBIDDEN");

        assertThat(call(http.with(right), method, path).status()).isNotIn(401, 403);
    }

    @Test
    void tokenThatExpiredOrIsForOthersIsRefused() {
        assertThat(http.header("Authorization", "Bearer " + TestTokens.expiredToken("trade:read"))
                        .get(ORDERS)
                        .status())
                .isEqualTo(401);
        assertThat(http.header("Authorization", "Bearer " + TestTokens.tokenForAudience("others", "trade:read"))
                        .get(ORDERS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(http);
    }

    @Test
    void committedDescriptionOfTheApiIsCurrent() throws IOException {
        CommittedOpenApi.check(http, "orchestrator-service");
    }

    private static Answer call(SuiteClient client, String method, String path) {
        return switch (method) {
            case "GET" -> client.get(path);
            case "DELETE" -> client.delete(path);
            default -> client.post(path, body(path));
        };
    }

    /** A good body, so that nothing but the scope can be wrong. */
    private static String body(String path) {
        if (path.endsWith("/approvals")) {
            return ApprovalsIT.question(newAccount(), "");
        }
        if (path.endsWith("/approvals/approve")) {
            return ApprovalsIT.listed(ID, "0".repeat(64));
        }
        if (path.endsWith("/approve") || path.endsWith("/reject")) {
            return ApprovalsIT.REASON;
        }
        if (path.endsWith("/close")) {
            return "{\"current_price\":1}";
        }
        return path.endsWith("/tradingview") ? "{\"strategy\":\"breakout\"}" : eurusd("");
    }
}
