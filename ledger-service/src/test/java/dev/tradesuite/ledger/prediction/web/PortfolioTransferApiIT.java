package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.CashFlow;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioTransfer;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Cash between an account of 10,000 USD and a portfolio of 1,000. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioTransferApiIT extends PortfolioApiCase {

    private final String account = "move-" + UUID.randomUUID().toString().substring(0, 8);

    private long portfolio;

    @BeforeEach
    void open() {
        assertThat(opened(account, "USD").status()).isEqualTo(201);
        portfolio = writer().post("/portfolios/create", creation("momentum"))
                .as(Portfolio.class)
                .portfolioId();
    }

    @Test
    void bothSidesMoveOnceAndNeitherEarns() {
        UUID in = UUID.randomUUID();

        PortfolioTransfer moved = move(in, "2500.50").as(PortfolioTransfer.class);

        assertThat(moved.accountBalanceAfter()).isEqualByComparingTo("7499.50");
        assertThat(moved.portfolioCashAfter()).isEqualByComparingTo("3500.50");
        assertThat(move(in, "2500.50").as(PortfolioTransfer.class)).isEqualTo(moved);
        assertThat(move(in, "2500.51").status()).as("another one of this id").isEqualTo(409);
        PortfolioTransfer back = move(UUID.randomUUID(), "-500.50").as(PortfolioTransfer.class);
        assertThat(back.portfolioCashAfter()).isEqualByComparingTo("3000");

        Account books = reader().get("/api/v1/accounts/" + account).as(Account.class);
        assertThat(books.balance()).isEqualByComparingTo("8000");
        assertThat(books.netCashFlow()).isEqualByComparingTo("-2000");
        assertThat(books.realisedPnl()).isEqualByComparingTo("0");
        Portfolio after = reader().get("/portfolios/" + portfolio).as(Portfolio.class);
        assertThat(after.value()).isEqualByComparingTo("3000");
        assertThat(after.netCashFlow()).isEqualByComparingTo("2000");
        assertThat(after.realisedPnl()).isEqualByComparingTo("0");
        List<CashFlow> flows = reader().get("/api/v1/accounts/%s/cash-flows?strategy=markets".formatted(account))
                .as(CashFlowPage.class)
                .cashFlows();
        assertThat(flows)
                .extracting(CashFlow::flowId, CashFlow::kind)
                .containsExactly(tuple(back.transferId(), CashFlowKind.TRANSFER), tuple(in, CashFlowKind.TRANSFER));
    }

    @Test
    void whatWasMovedInIsNoReturn() {
        move(UUID.randomUUID(), "2000");
        jdbc.sql(
                        """
                        INSERT INTO portfolio_snapshot (portfolio_id, day, taken_at, cash, positions_value, realised_pnl,
                                                        floating_pnl, open_positions, label)
                        VALUES (:id, current_date, now(), 3100, 0, 100, 0, 0, 'PAPER')
                        """)
                .param("id", portfolio)
                .update();

        JsonNode day = reader().get("/portfolios/%d/equity".formatted(portfolio))
                .json()
                .at("/points")
                .valueStream()
                .reduce((_, last) -> last)
                .orElseThrow();

        assertThat(day.get("net_cash_flow").decimalValue()).isEqualByComparingTo("2000");
        assertThat(day.get("return_pct").asDouble()).as("100 of 1,000").isCloseTo(10, within(1e-9));
    }

    @Test
    void onlyWhatIsFreeIsMoved() {
        Answer tooMuchIn = move(UUID.randomUUID(), "10000.01");
        Answer tooMuchOut = move(UUID.randomUUID(), "-1000.01");

        assertThat(tooMuchIn.json().path("code").asString()).isEqualTo("INSUFFICIENT_FREE_MARGIN");
        assertThat(tooMuchOut.json().path("code").asString()).isEqualTo("INSUFFICIENT_FREE_MARGIN");
        assertThat(reader().get("/portfolios/" + portfolio).as(Portfolio.class).cash())
                .isEqualByComparingTo("1000");
        assertThat(move(UUID.randomUUID(), "0").status()).isEqualTo(400);
    }

    @Test
    void ofManyThatAskForTheSameOneIsBooked() {
        UUID same = UUID.randomUUID();
        List<Callable<Answer>> asked = Collections.nCopies(6, () -> move(same, "100"));

        assertThat(allAtOnce(asked)).extracting(Answer::status).containsOnly(200);

        assertThat(reader().get("/portfolios/" + portfolio).as(Portfolio.class).cash())
                .isEqualByComparingTo("1100");
    }

    @Test
    void booksOfAnotherKindAreNoPlace() {
        String euros = "euro-" + account;
        opened(euros, "EUR");
        assertThat(moved(euros, portfolio).json().path("detail").asString()).contains("is kept in EUR");
        assertThat(moved(account, 987_654_321).status()).isEqualTo(404);
        assertThat(moved("none-" + account, portfolio).status()).isEqualTo(404);

        // Its prices are made up.
        Session session = begin("1000");
        session.complete();
        assertThat(moved(account, session.id).json().path("detail").asString()).contains("is SIMULATED");
        assertThat(writer().post("/portfolios/%d/archive".formatted(portfolio), null)
                        .status())
                .isEqualTo(200);
        assertThat(moved(account, portfolio).json().path("detail").asString()).contains("is archived");
    }

    private Answer opened(String id, String currency) {
        return writer().post(
                        "/api/v1/accounts",
                        "{\"id\":\"%s\",\"name\":\"%s\",\"currency\":\"%s\",\"initial_balance\":10000}"
                                .formatted(id, id, currency));
    }

    private Answer moved(String from, long to) {
        return writer().post(
                        "/api/v1/accounts/%s/portfolio-transfers".formatted(from), body(UUID.randomUUID(), to, "1"));
    }

    private Answer move(UUID id, String amount) {
        return writer().post("/api/v1/accounts/%s/portfolio-transfers".formatted(account), body(id, portfolio, amount));
    }

    private static String body(UUID id, long to, String amount) {
        return """
               {"transfer_id":"%s","portfolio_id":%d,"amount":%s,"reason":"a test","strategy":"markets"}"""
                .formatted(id, to, amount);
    }
}
