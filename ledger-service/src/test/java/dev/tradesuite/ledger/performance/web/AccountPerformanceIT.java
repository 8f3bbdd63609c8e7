package dev.tradesuite.ledger.performance.web;

import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.TestFills;
import dev.tradesuite.ledger.performance.EquityLines;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What accounts were worth, what they closed, and how they did. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class AccountPerformanceIT {

    private final SuiteClient client;
    private final BookingService books;
    private final EquityLines lines;
    private final JdbcClient jdbc;
    private final String account = "p-" + UUID.randomUUID();
    private final String path = "/api/v1/accounts/" + account;

    AccountPerformanceIT(
            @Autowired SuiteClient client,
            @Autowired BookingService books,
            @Autowired EquityLines lines,
            @Autowired JdbcClient jdbc) {
        this.client = client;
        this.books = books;
        this.lines = lines;
        this.jdbc = jdbc;
    }

    @Test
    void roundTripsAreMatchedFirstInFirstOut() {
        open();
        Instant start = Instant.now().minusSeconds(600);
        book(buy("1", "EURUSD", "1.0800").strategy("momentum").commission("7").at(start));
        book(buy("1", "EURUSD", "1.0900").at(start.plusSeconds(60)));
        book(sell("1.5", "EURUSD", "1.1000")
                .commission("3")
                .because(ExitReason.STOP)
                .at(start.plusSeconds(120)));

        RoundTripPage page = reader().get(path + "/round-trips").as(RoundTripPage.class);

        assertThat(page.currency()).isEqualTo("USD");
        assertThat(page.roundTrips())
                .extracting(trip -> trip.grossPnl().stripTrailingZeros().toPlainString())
                .containsExactly("500", "2000");
        RoundTripPage.LedgerTrip first = page.roundTrips().getLast();
        assertThat(first.strategy()).isEqualTo("momentum");
        assertThat(first.durationSeconds()).isEqualTo(120);
        // All of the 7 of the entry, and 3 x 1 / 1.5.
        assertThat(first.fees()).isEqualByComparingTo("9");
        assertThat(first.netPnl()).isEqualByComparingTo("1991");
        assertThat(page.unavailable())
                .extracting(field -> field.field() + " " + field.reason())
                .containsExactly("mae PRICES_NOT_KEPT", "mfe PRICES_NOT_KEPT", "decision_id NOT_IN_BOOKS");
        assertThat(page.roundTrips())
                .extracting(RoundTripPage.LedgerTrip::exitReason)
                .containsExactly("STOP", "STOP");

        book(sell("0.5", "EURUSD", "1.0800").at(start.plusSeconds(180)));
        JsonNode rest = reader().get(path + "/round-trips?strategy=unassigned&symbol=eurusd&limit=1")
                .json();
        assertThat(rest.at("/round_trips/0/result").asString()).isEqualTo("loss");
        assertThat(rest.at("/round_trips/0").has("exit_reason")).isFalse();
        assertThat(rest.at("/unavailable/3/reason").asString()).isEqualTo("BOOKED_BEFORE_TOLD");
        assertThat(reader().get(path + "/round-trips?strategy=unassigned&cursor="
                                + rest.at("/next_cursor").asString())
                        .json()
                        .at("/round_trips"))
                .hasSize(1);
        Answer table = reader().header("Accept", "text/csv").get(path + "/round-trips?limit=2");
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.headers().firstValue("Next-Cursor")).hasValue("2");
        assertThat(table.text().lines()).hasSize(3);
        assertThat(reader().get(path + "/round-trips?symbol=GBPUSD").json().at("/round_trips"))
                .isEmpty();
    }

    @Test
    void cashPaidInIsInTheEquityAndInNoReturn() {
        open();
        Instant now = Instant.now();
        book(buy("1", "EURUSD", "1.0800").at(now.minusSeconds(60)));
        book(sell("1", "EURUSD", "1.0820").at(now.minusSeconds(30)));
        assertThat(client.with("portfolio:write")
                        .post(
                                path + "/cash-flows",
                                """
                                {"kind": "deposit", "amount": 5000, "reason": "a test"}""")
                        .status())
                .isEqualTo(200);

        JsonNode equity = reader().get(path + "/equity?resolution=1d").json();
        JsonNode last = equity.at("/points/" + (equity.at("/points").size() - 1));
        assertThat(equity.at("/currency").asString()).isEqualTo("USD");
        assertThat(equity.at("/label").asString()).isEqualTo("PAPER");
        assertThat(equity.at("/resolution").asString()).isEqualTo("1d");
        assertThat(last.at("/equity").decimalValue()).isEqualByComparingTo("15200");
        assertThat(last.at("/net_cash_flow").decimalValue()).isEqualByComparingTo("5000");
        assertThat(last.at("/return_pct").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(last.at("/drawdown_pct").asDouble()).isZero();

        JsonNode performance = reader().get(path + "/performance?period=24h").json();
        assertThat(performance.at("/net_profit").decimalValue()).isEqualByComparingTo("200");
        assertThat(performance.at("/net_cash_flow").decimalValue()).isEqualByComparingTo("5000");
        assertThat(performance.at("/trades/total_trades").asInt()).isEqualTo(1);
        assertThat(performance.at("/trades/win_rate").asDouble()).isEqualTo(1);
        assertThat(performance.at("/trades/unavailable").valueStream().map(JsonNode::toString))
                .anyMatch(field -> field.contains("profit_factor") && field.contains("NO_LOSS"));
        assertThat(performance.at("/summary/sharpe_ratio").isMissingNode()).isTrue();
        assertThat(performance.at("/summary/basis/return_interval").asString()).isEqualTo("HOURLY");
        assertThat(performance.at("/baselines/0/name").asString()).isEqualTo("do_nothing");
    }

    @Test
    void lineHasTheLastPointOfEachStretchAndIsPaged() {
        open();
        jdbc.sql("DELETE FROM account_equity_5m WHERE account_id = ?")
                .param(account)
                .update();
        Instant first = Instant.parse("2026-03-02T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            jdbc.sql(
                            """
                            INSERT INTO account_equity_5m (account_id, bucket, at, sequence, label, balance,
                                net_cash_flow, floating_pnl, margin_used, growth)
                            VALUES (?, CAST(? AS timestamptz), CAST(? AS timestamptz), ?, 'PAPER', 100, 0, 0, 0, ?)
                            """)
                    .params(
                            account,
                            first.plusSeconds(300L * i).toString(),
                            first.plusSeconds(300L * i + 7).toString(),
                            i,
                            new BigDecimal("1." + (9 - i)))
                    .update();
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader().get(path + "/equity?resolution=5m&limit=2" + cursor)
                    .json();
            List<String> times = page.at("/points")
                    .valueStream()
                    .map(point -> point.at("/timestamp").asString())
                    .toList();
            assertThat(times).isSorted();
            seen.addAll(0, times);
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.at("/next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(seen)
                .containsExactly(
                        "2026-03-02T10:00:07Z",
                        "2026-03-02T10:05:07Z",
                        "2026-03-02T10:10:07Z",
                        "2026-03-02T10:15:07Z",
                        "2026-03-02T10:20:07Z");
        // The highest was 1.9.
        assertThat(reader().get(path + "/equity?resolution=5m&from=2026-03-02T10:20:00Z")
                        .json()
                        .at("/points/0/drawdown_pct")
                        .asDouble())
                .isCloseTo(-(1.9 - 1.5) / 1.9 * 100, within(1e-9));
        lines.ensureRoom(first, first.plus(Duration.ofDays(62)));
        lines.forget(first.plusSeconds(600), first);
        assertThat(reader().get(path + "/equity?resolution=5m").json().at("/points"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/equity?resolution=1m, resolution",
        "/equity?cursor=x, cursor",
        "/equity?limit=0, limit",
        "/equity?from=2026-03-02T10:00:00Z&to=2026-03-01T10:00:00Z, to",
        "/performance?period=1y, period",
        "/round-trips?limit=1001, limit",
        "/round-trips?cursor=-1, cursor"
    })
    void badInputIsNamed(String query, String field) {
        Answer answer = reader().get("/api/v1/accounts/main" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void unknownAccountIsNotFound() {
        for (String what : List.of("/equity", "/performance", "/round-trips")) {
            assertThat(reader().get("/api/v1/accounts/nobody" + what).status())
                    .as(what)
                    .isEqualTo(404);
        }
    }

    private void open() {
        assertThat(books.open(new AccountOpening(account, "Test", "USD", RunLabel.PAPER, new BigDecimal("10000"))))
                .isPresent();
    }

    private void book(TestFills fill) {
        assertThat(books.book(fill.account(account).get(), Optional.empty())).isPresent();
    }

    private SuiteClient reader() {
        return client.with("trade:read", "admin");
    }
}
