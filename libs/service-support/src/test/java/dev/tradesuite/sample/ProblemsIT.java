package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SuiteIntegrationTest
class ProblemsIT {

    private static final String NOTES = "/api/v1/notes";

    @Autowired
    private SuiteClient anonymous;

    private SuiteClient client;

    @BeforeEach
    void signIn() {
        client = anonymous.with("trade:read");
    }

    @Test
    void goodBodyIsAnsweredInSnakeCaseWithPlainDecimals() {
        String note =
                """
                {"symbol":"EURUSD","current_price":0.0000001,"mode":"fixed_risk","as_of":"2026-01-05T10:00:00Z"}""";

        Answer answer = client.post(NOTES, note);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(note);
    }

    @Test
    void problemCarriesEveryMember() {
        Answer answer = client.post(NOTES, "{\"symbol\":\"EURUSD\"}");

        Problem problem = answer.as(Problem.class);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.type()).hasToString("urn:problem:validation-failed");
        assertThat(problem.title()).isEqualTo("Request is not valid");
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(problem.instance()).hasToString(NOTES);
        assertThat(problem.detail()).isEqualTo("Not valid: current_price");
        assertThat(problem.traceId()).matches("[0-9a-f]{32}");
        assertThat(problem.errors())
                .containsExactly(new FieldError("current_price", "REQUIRED", "must not be null", null));
    }

    @Test
    void everyFaultyFieldIsNamedAtOnceWhateverIsWrongWithIt() {
        Answer answer = client.post(
                NOTES,
                """
                {
                  "symbol": " ",
                  "current_price": "1.0835",
                  "risk_percent": NaN,
                  "leverage": 1.5,
                  "mode": "SLOW",
                  "as_of": "yesterday",
                  "auto_execute": "yes",
                  "candles": [
                    {"open_time": "2026-01-05T10:00:00Z", "open": 1, "high": 1, "low": 1, "close": 1},
                    {"open_time": "2026-01-05T10:05:00Z", "open": 1, "high": {}, "low": -1, "close": Infinity},
                    7
                  ]
                }
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.as(Problem.class).errors())
                .extracting(FieldError::field, FieldError::code, FieldError::rejected)
                .containsExactlyInAnyOrder(
                        tuple("symbol", "REQUIRED", " "),
                        tuple("current_price", "WRONG_TYPE", "1.0835"),
                        tuple("risk_percent", "NOT_A_NUMBER", "NaN"),
                        tuple("leverage", "WRONG_TYPE", "1.5"),
                        tuple("mode", "UNKNOWN_VALUE", "SLOW"),
                        tuple("as_of", "WRONG_TYPE", "yesterday"),
                        tuple("auto_execute", "WRONG_TYPE", "yes"),
                        tuple("candles[1].high", "WRONG_TYPE", "{}"),
                        tuple("candles[1].low", "OUT_OF_RANGE", "-1"),
                        tuple("candles[1].close", "NOT_A_NUMBER", "Infinity"),
                        tuple("candles[2]", "WRONG_TYPE", "7"));
    }

    @Test
    void unknownEnumValueNamesTheAllowedOnesAsTheyAreWritten() {
        Answer answer = client.post(NOTES, "{\"symbol\":\"EURUSD\",\"current_price\":1,\"mode\":\"FIXED_RISK\"}");

        assertThat(errors(answer))
                .containsExactly(
                        new FieldError("mode", "UNKNOWN_VALUE", "expected one of FAST, fixed_risk", "FIXED_RISK"));
    }

    @Test
    void numberWhoseExponentWouldFillTheMemoryIsRefused() {
        Answer answer = client.post(NOTES, "{\"symbol\":\"EURUSD\",\"current_price\":1e999999999}");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("current_price", "OUT_OF_RANGE"));
    }

    @Test
    void wholeNumberBeyondItsTypeIsRefused() {
        Answer answer = client.post(NOTES, "{\"symbol\":\"EURUSD\",\"current_price\":1,\"leverage\":3000000000}");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("leverage", "OUT_OF_RANGE"));
    }

    @Test
    void bodyOfTheWrongShapeIsRefusedWithoutAFieldName() {
        Answer answer = client.post(NOTES, "[1, 2]");

        assertThat(errors(answer)).containsExactly(new FieldError("", "WRONG_TYPE", "expected an object", "[1,2]"));
    }

    @Test
    void malformedJsonIsLocated() {
        Answer answer = client.post(NOTES, "{\"symbol\": \"EURUSD\",\n  \"current_price\": 1.08.35}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("MALFORMED_JSON");
        assertThat(answer.as(Problem.class).detail()).startsWith("line 2, column ");
    }

    @Test
    void truncatedJsonIsMalformedEvenAfterAFaultyField() {
        Answer answer = client.post(NOTES, "{\"current_price\": \"x\", \"symbol\": ");

        assertThat(code(answer)).isEqualTo("MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''", "null", "'   '"},
            nullValues = "none")
    void missingBodyIsSaidToBeMissing(String body) {
        Answer answer = client.post(NOTES, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("BODY_MISSING");
    }

    @Test
    void bodyOverTheLimitIsRefusedByItsStatedLength() {
        Answer answer = client.post(NOTES, "x".repeat(2_000_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("BODY_TOO_LARGE");
        assertThat(answer.as(Problem.class).detail()).isEqualTo("expected a body of at most 1048576 bytes");
    }

    @Test
    void bodyOverTheLimitIsRefusedAlsoInChunks() {
        byte[] body = "{\"symbol\":\"%s\"}".formatted("x".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);

        Answer answer = client.header("Content-Type", "application/json")
                .send("POST", NOTES, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void pathMayHaveALimitOfItsOwn() {
        Answer within = client.header("Content-Type", "text/plain")
                .send("POST", "/api/v1/large/notes", BodyPublishers.ofString("x".repeat(1_500_000)));
        Answer beyond = client.header("Content-Type", "text/plain")
                .send("POST", "/api/v1/large/notes", BodyPublishers.ofString("x".repeat(2_500_000)));

        assertThat(within.text()).isEqualTo("1500000");
        assertThat(code(beyond)).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void everyFaultyParameterIsNamedAtOnce() {
        Answer answer = client.get("/api/v1/quick/seven?current_price=cheap&risk_percent=11&mode=SLOW");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code, FieldError::rejected)
                .containsExactlyInAnyOrder(
                        tuple("number", "WRONG_TYPE", "seven"),
                        tuple("symbol", "REQUIRED", null),
                        tuple("current_price", "WRONG_TYPE", "cheap"),
                        tuple("risk_percent", "OUT_OF_RANGE", "11.0"),
                        tuple("mode", "UNKNOWN_VALUE", "SLOW"));
    }

    @Test
    void faultyParametersAreToldInTheirOrderAndUnknownOnesAmongThem() {
        Answer answer = client.get(
                "/api/v1/quick/seven?mode=SLOW&riskPercent=2&current_price=cheap&current_price=1&risk_percent=11"
                        + "&symbol=a%00b");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code, FieldError::message)
                .containsExactly(
                        tuple("number", "WRONG_TYPE", "expected a whole number"),
                        tuple("mode", "UNKNOWN_VALUE", "expected one of FAST, fixed_risk"),
                        tuple("riskPercent", "UNKNOWN_FIELD", "is not known here; did you mean risk_percent?"),
                        tuple("current_price", "REPEATED", "stands more than once; say it once"),
                        tuple("risk_percent", "OUT_OF_RANGE", "must be less than or equal to 10"),
                        tuple("symbol", "CONTROL_CHARACTER", "expected one line of text without control characters"));
    }

    private static final String FAULTY_NOTE =
            "{\"risk_percent\": 11, \"mode\": \"SLOW\", \"current_price\": \"cheap\", \"colour\": 1}";

    /** What the parameters lack, what they are called, what they hold, and the body: one answer, in that order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // unknown, so nothing else is looked at by Spring
                "/notes/7?colour=1&mode=SLOW      | colour UNKNOWN_FIELD,mode UNKNOWN_VALUE",
                "/notes/7?mode=FAST&mode=FAST     | mode REPEATED",
                // of the wrong type, which Spring finds before it reads the body
                "/notes/seven?risk_percent=cheap  | number WRONG_TYPE,risk_percent WRONG_TYPE",
                // found after the body, which comes first in the method
                "/noted?share=11                  | share OUT_OF_RANGE,mode REQUIRED",
                "/noted?mode=SLOW&share=cheap     | mode UNKNOWN_VALUE,share WRONG_TYPE",
                "/noted?share=11&mode=FAST        | share OUT_OF_RANGE",
                // nothing wrong with them
                "/notes/7?mode=FAST               |",
            })
    void faultsOfParametersAndBodyAreToldInOneAnswer(String target, @Nullable String ofParameters) {
        List<String> expected = new ArrayList<>();
        if (ofParameters != null) {
            expected.addAll(List.of(ofParameters.split(",")));
        }
        expected.addAll(List.of(
                "risk_percent OUT_OF_RANGE",
                "mode UNKNOWN_VALUE",
                "current_price WRONG_TYPE",
                "colour UNKNOWN_FIELD",
                "symbol REQUIRED"));

        Answer answer = client.post("/api/v1" + target, FAULTY_NOTE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(told(answer)).containsExactlyElementsOf(expected);
    }

    @Test
    void constraintsOfABodyThatCanBeBoundAreToldBesideFaultyParameters() {
        String note = "{\"current_price\": -1, \"symbol\": \"\"}";

        for (String query : List.of("share=11&mode=FAST", "mode=FAST&share=11&x=1", "share=cheap&mode=FAST")) {
            assertThat(told(client.post("/api/v1/noted?" + query, note)))
                    .as(query)
                    .endsWith("current_price OUT_OF_RANGE", "symbol REQUIRED")
                    .anyMatch(fault -> fault.startsWith("share "));
        }
    }

    @Test
    void bodyThatIsNoneIsToldBesideFaultyParameters() {
        assertThat(told(client.post("/api/v1/notes/7?x=1", "{")))
                .containsExactly("x UNKNOWN_FIELD", "body MALFORMED_JSON");
        assertThat(told(client.post("/api/v1/notes/seven", "")))
                .containsExactly("number WRONG_TYPE", "body BODY_MISSING");
        assertThat(told(client.post("/api/v1/notes/seven", "null")))
                .containsExactly("number WRONG_TYPE", "body BODY_MISSING");
        assertThat(told(client.post("/api/v1/told?x=1", "{\"a\": 1}")))
                .containsExactly("x UNKNOWN_FIELD", "body UNKNOWN_FIELD");
        // Without faulty parameters it is what it was.
        assertThat(code(client.post("/api/v1/notes/7", "{"))).isEqualTo("MALFORMED_JSON");
        assertThat(code(client.post("/api/v1/notes/7", ""))).isEqualTo("BODY_MISSING");
    }

    @Test
    void faultsOfBothAreListedToTwentyAndCounted() {
        String note = "{\"symbol\": \"EURUSD\", \"current_price\": 1, \"candles\": [" + "{\"close\": \"x\"},".repeat(29)
                + "{\"close\": \"x\"}]}";

        Answer answer = client.post("/api/v1/notes/7?x=1", note);

        assertThat(errors(answer))
                .hasSize(20)
                .first()
                .extracting(FieldError::field)
                .isEqualTo("x");
        assertThat(answer.json().at("/detail").asString()).matches("Not valid: x, candles\\[0].* and [0-9]+ more");
    }

    private static List<String> told(Answer answer) {
        return errors(answer).stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void unknownParameterOfAMethodWithoutAnyIsRefused() {
        Answer answer = client.get("/api/v1/missing?verbose=true");

        assertThat(errors(answer))
                .containsExactly(new FieldError("verbose", "UNKNOWN_FIELD", "is not known here; known: none", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol=%ff", "symbol=%E0%A4%A", "symbol=%", "symbol=%zz", "%c0%ae=1", "symbol=%ed%a0%80"})
    void brokenEscapeInTheQueryIsAProblem(String query) throws Exception {
        String answer = raw("GET /api/v1/quick/7?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"VALIDATION_FAILED\"", "The query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/quick/7 HTTP/9.9",
                "GET /api/v1/quick/7 HTTP/2.0",
                "GET /api/v1/quick/7 HTTP/1.2",
                "GET /api/v1/quick/7 HTTP/x",
                "GET /api/v1/quick/%zz HTTP/1.1",
                "GET /api/v1/quick/%ff HTTP/1.1",
                "GET /api/v1/quick/|7 HTTP/1.1",
                "GET /api/v1/quick/7 HTTP/1.1\r\nno colon",
                "PO(ST /api/v1/quick/7 HTTP/1.1",
                "\u0016\u0003\u0001\u0002 x y"
            })
    void whatIsNoHttpIsAProblem(String request) throws Exception {
        String answer = raw(request + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"VALIDATION_FAILED\"");
    }

    @Test
    void floodOfTrailersIsAProblem() throws Exception {
        String answer = raw("POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
                + "X-Trailer: x\r\n".repeat(5_000) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"MALFORMED_JSON\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b/c", "text/", "json", "application/json;charset=nowhere", "application/json;charset=\"", ";"
            })
    void contentTypeThatIsNoneIsAProblem(String type) throws Exception {
        String answer = raw("POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/xml",
                "text/xml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "application/octet-stream",
                "image/png",
                "text/plain"
            })
    void onlyJsonIsTaken(String type) {
        Answer answer = client.header("Content-Type", type).post(NOTES, "symbol: EURUSD");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(code(answer)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "text/html", "application/cbor"})
    void onlyJsonIsAnswered(String type) {
        Answer answer = client.header("Accept", type).get("/api/v1/quick/7?symbol=EURUSD&current_price=1");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(code(answer)).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void compressedBodyIsRefusedAsSuch() {
        Answer answer = client.header("Content-Encoding", "gzip").post(NOTES, "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.as(Problem.class).detail()).isEqualTo("expected a body without Content-Encoding, found gzip");
    }

    @Test
    void bodyWhereNoneIsTakenIsRefusedUnlessItSaysNothing() {
        assertThat(client.send("DELETE", "/api/v1/note", BodyPublishers.ofString("{\"why\":1}"))
                        .status())
                .isEqualTo(400);
        assertThat(client.send("DELETE", "/api/v1/note", BodyPublishers.ofString(" {} "))
                        .status())
                .isEqualTo(200);
        assertThat(client.delete("/api/v1/note").status()).isEqualTo(200);
    }

    @Test
    void formIsNoQuery() {
        Answer answer = client.header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/api/v1/told", BodyPublishers.ofString("symbol=EURUSD"));

        assertThat(errors(answer)).extracting(FieldError::field).containsExactly("body");
    }

    @Test
    void whoMayNotCallIsToldSoBeforeTheRequestIsRead() {
        Answer answer = anonymous.with("risk:admin").post(NOTES, "{\"x\": ");
        Answer query = anonymous.with("risk:admin").get("/api/v1/quick/seven?x=1");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.as(Problem.class).detail()).isEqualTo("This request needs the scope trade:read");
        assertThat(query.status()).isEqualTo(403);
    }

    @Test
    void timeIsReadInEveryUnitInBodyAndQuery() {
        for (String time :
                List.of("1775001600", "1775001600000", "2026-04-01T02:00:00%2B02:00", "2026-04-01T00:00:00Z")) {
            assertThat(client.get("/api/v1/time?at=" + time).text()).isEqualTo("\"2026-04-01T00:00:00Z\"");
        }
        assertThat(client.post(NOTES, "{\"symbol\":\"EURUSD\",\"current_price\":1,\"as_of\":1775001600000}")
                        .json()
                        .path("as_of")
                        .asString())
                .isEqualTo("2026-04-01T00:00:00Z");
        assertThat(errors(client.get("/api/v1/time?at=-1000000000-01-01T00:00:00Z")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("at", "WRONG_TYPE"));
    }

    @Test
    void constraintsOfABodyAreToldInItsOrder() {
        Answer answer = client.post(NOTES, "{\"risk_percent\": 11, \"current_price\": -1, \"symbol\": \"\"}");

        assertThat(errors(answer))
                .extracting(FieldError::field)
                .containsExactly("risk_percent", "current_price", "symbol");
    }

    @Test
    void violatedConstraintsOfParametersAreNamedAtOnce() {
        Answer answer = client.get("/api/v1/quick/7?symbol=%20&current_price=-1&risk_percent=11");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("symbol", "REQUIRED"),
                        tuple("current_price", "OUT_OF_RANGE"),
                        tuple("risk_percent", "OUT_OF_RANGE"));
    }

    @ParameterizedTest
    @CsvSource({"current_price=NaN", "current_price=1e999999999", "current_price=1&risk_percent=NaN"})
    void parameterMustBeAUsualNumber(String parameters) {
        Answer answer = client.get("/api/v1/quick/7?symbol=EURUSD&" + parameters);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer)).extracting(FieldError::code).containsExactly("WRONG_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/quick/7?symbol=EURUSD&current_price=1&mode=, mode",
        "/api/v1/quick/7?symbol=EURUSD&current_price=1&mode=%20, mode",
        "/api/v1/quick/7?symbol=EURUSD&current_price=1&risk_percent=+, risk_percent",
        "/api/v1/quick/7?symbol&current_price=1, symbol",
        "/api/v1/time?at=%C2%A0%20, at",
        "/api/v1/time?at=%20, at",
        "/api/v1/wish?symbol=EURUSD&current_price=1&risk_percent=%20, risk_percent"
    })
    void blankParameterIsNotTakenForNone(String path, String field) {
        Answer answer = client.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(errors(answer)).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void goodParametersAreTaken() {
        Answer answer = client.get("/api/v1/quick/7?symbol=EURUSD&current_price=1.0835&mode=FAST");

        assertThat(answer.text()).isEqualTo("[\"EURUSD\",\"1.0835\",\"1.0\",\"FAST\",\"7\"]");
    }

    @Test
    void parametersOfARecordAreTakenByTheirNames() {
        Answer answer = client.get("/api/v1/wish?symbol=EURUSD&current_price=1.0835&risk_percent=2&mode=fixed_risk");

        assertThat(answer.text()).isEqualTo("[\"EURUSD\",\"1.0835\",\"2.0\",\"FIXED_RISK\"]");
    }

    @Test
    void faultyParametersOfARecordAreNamedAtOnce() {
        Answer answer = client.get("/api/v1/wish?current_price=cheap&x=1&risk_percent=11&mode=SLOW");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("current_price", "WRONG_TYPE"),
                        tuple("x", "UNKNOWN_FIELD"),
                        tuple("risk_percent", "OUT_OF_RANGE"),
                        tuple("mode", "UNKNOWN_VALUE"),
                        tuple("symbol", "REQUIRED"));
    }

    @Test
    void violatedConstraintsOfARecordAreNamedAtOnce() {
        Answer answer = client.get("/api/v1/wish?risk_percent=11&current_price=-1");

        assertThat(errors(answer))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("risk_percent", "OUT_OF_RANGE"),
                        tuple("current_price", "OUT_OF_RANGE"),
                        tuple("symbol", "REQUIRED"));
    }

    @Test
    void thrownProblemIsTheAnswer() {
        Answer answer = client.get("/api/v1/missing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.as(Problem.class).detail()).isEqualTo("no such note");
        assertThat(answer.as(Problem.class).errors()).isEmpty();
    }

    @Test
    void unexpectedExceptionIsAnsweredWithoutItsText() {
        Answer answer = client.get("/api/v1/broken");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(code(answer)).isEqualTo("INTERNAL");
        assertThat(answer.as(Problem.class).traceId()).matches("[0-9a-f]{32}");
        assertThat(answer.text()).doesNotContain("secret", "IllegalState");
    }

    @Test
    void traceIdOfTheCallerIsKept() {
        Answer answer = client.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/api/v1/missing");

        assertThat(answer.as(Problem.class).traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void encodedSlashIsAProblemAndNoPage() {
        Answer answer = client.with("trade:read").get("/api/v1/quick/a%2Fb");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void unknownPathIsAProblem() {
        Answer answer = client.get("/api/v1/nothing-here");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("NOT_FOUND");
    }

    @Test
    void wrongMethodNamesTheRightOnes() {
        Answer answer = client.delete(NOTES);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(code(answer)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void wrongContentTypeIsAProblem() {
        Answer answer = client.header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", NOTES, BodyPublishers.ofString("symbol=EURUSD"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(code(answer)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void wantedTypeThatIsNotOfferedIsAProblem() {
        Answer answer = client.header("Accept", "text/csv").get("/api/v1/missing-not");
        Answer csv = client.header("Accept", "text/csv").get("/api/v1/quick/7?symbol=EURUSD&current_price=1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(csv.status()).isEqualTo(406);
        assertThat(code(csv)).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void requestWithoutTokenIsUnauthorized() {
        Answer answer = anonymous.get("/api/v1/missing");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("UNAUTHORIZED");
        assertThat(answer.as(Problem.class).traceId()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void expiredForeignAndForgedTokensAreUnauthorized() {
        String forged = TestTokens.token("trade:read") + "x";
        for (String token : List.of(
                TestTokens.expiredToken("trade:read"), TestTokens.tokenForAudience("other", "trade:read"), forged)) {
            Answer answer = anonymous.header("Authorization", "Bearer " + token).get("/api/v1/missing");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(code(answer)).isEqualTo("UNAUTHORIZED");
        }
    }

    @Test
    void missingScopeIsForbiddenAndNamed() {
        Answer answer = client.get("/api/v1/admin");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("FORBIDDEN");
        assertThat(answer.as(Problem.class).detail()).isEqualTo("This request needs the scope risk:admin");
    }

    @Test
    void operatorsPathsNeedNoToken() {
        assertThat(anonymous
                        .get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(anonymous.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(anonymous.get("/actuator/prometheus").text()).contains("application=\"sample-service\"");
        assertThat(anonymous.get("/actuator/metrics").status()).isEqualTo(401);
    }

    @Test
    void apiDescriptionSpeaksSnakeCaseAndNamesTheToken() {
        Answer answer = anonymous.get("/v3/api-docs");

        assertThat(answer.json().at("/info/title").asString()).isEqualTo("sample-service");
        assertThat(answer.json().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(answer.json().at("/components/schemas/Note/properties").propertyNames())
                .contains("current_price", "risk_percent", "auto_execute");
        assertThat(answer.json().at("/components/schemas/Candle/properties").propertyNames())
                .contains("open_time");
    }

    @Test
    void originsOfTheDashboardMayCall() {
        Answer allowed = preflight("http://localhost:3000");
        Answer other = preflight("http://evil.example");

        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://localhost:3000");
        assertThat(other.status()).isEqualTo(403);
    }

    private Answer preflight(String origin) {
        return anonymous
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .send("OPTIONS", NOTES, BodyPublishers.noBody());
    }

    /** Sends bytes no HTTP client would send. */
    private String raw(String request) throws IOException {
        URI address = client.uri("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(request.replace("Host: x", "Host: x\r\nAuthorization: " + TestTokens.bearer("trade:read"))
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<FieldError> errors(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.as(Problem.class).errors();
    }

    private static String code(Answer answer) {
        return answer.as(Problem.class).code();
    }
}
