package dev.tradesuite.launcher.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Prediction markets as their venue describes them. Momentum buys for 100 USD unless a case says otherwise. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class MarketCasesIT {

    /** 100 / 0.785 = 127.388535 shares; at 0.5 they pay 63.694268, which is 36.31 less than they cost. */
    @Test
    void marketResolvedHalfAndHalfPaysHalf(CasesSuite suite) throws IOException {
        suite.venue().show("01a-before.json");
        int portfolio = portfolio(suite, "void", "{}");
        cycle(suite, portfolio);
        JsonNode bought = position(suite, portfolio);
        assertThat(bought.path("outcome").asString()).isEqualTo("Yes");
        assertThat(bought.path("average_price").decimalValue()).isEqualByComparingTo("0.785");
        assertThat(bought.path("shares").decimalValue()).isEqualByComparingTo("127.388535");

        suite.venue().show("01b-resolved-half.json");
        cycle(suite, portfolio);

        assertThat(position(suite, portfolio).path("status").asString()).isNotIn("OPEN", "WON", "LOST");
        JsonNode books = suite.get("/portfolios/" + portfolio).json();
        assertThat(books.path("cash").asDouble()).as(books.toString()).isEqualTo(19_963.694268, within(0.01));
        assertThat(books.path("realised_pnl").asDouble()).isEqualTo(-36.31, within(0.01));
    }

    @Test
    void marketsAreReadByCursorWhereTheVenueRefusesOffsets(CasesSuite suite) throws IOException {
        suite.venue().show("02-offset-refused.json");
        int portfolio = portfolio(suite, "offset", "{}");

        JsonNode cycle = cycle(suite, portfolio);

        assertThat(cycle.at("/report/counts/markets").asInt())
                .as(cycle.toString())
                .isEqualTo(3);
        assertThat(cycle.at("/report/counts/trades").asInt())
                .as(cycle.toString())
                .isEqualTo(3);
        assertThat(suite.venue().requests()).anyMatch(request -> request.startsWith("/events/keyset"));
    }

    /** 127.388535 x 0.07 x 0.785 x 0.215 = 1.5051 USD. */
    @Test
    void feeOfTheVenueIsCharged(CasesSuite suite) throws IOException {
        suite.venue().show("04-venue-fee.json");
        int portfolio = portfolio(suite, "fee", "{}");

        JsonNode cycle = cycle(suite, portfolio);

        assertThat(cycle.at("/report/counts/trades").asInt())
                .as(cycle.toString())
                .isOne();
        JsonNode trades =
                suite.get("/portfolios/%d/trades".formatted(portfolio)).json();
        assertThat(trades.toString()).as(cycle.toString()).containsPattern("\"costs\":1\\.[45]\\d*");
        assertThat(suite.get("/portfolios/" + portfolio).json().path("cash").asDouble())
                .isEqualTo(20_000 - 100 - 1.5051, within(1.51));
    }

    @Test
    void badEndDateHindersNothing(CasesSuite suite) throws IOException {
        suite.venue().show("05a-before.json");
        int portfolio = portfolio(suite, "dateonly", "{}");
        cycle(suite, portfolio);
        assertThat(position(suite, portfolio).path("status").asString()).isEqualTo("OPEN");

        suite.venue().show("05b-resolved-date-only.json");
        cycle(suite, portfolio);

        assertThat(position(suite, portfolio).path("status").asString()).isEqualTo("WON");
        assertThat(suite.get("/portfolios/" + portfolio)
                        .json()
                        .path("realised_pnl")
                        .asDouble())
                .isEqualTo(27.39, within(0.01));
    }

    @Test
    void lessThanTheVenueTakesIsNotBought(CasesSuite suite) throws IOException {
        suite.venue().show("06-minimum-size.json");
        int portfolio = portfolio(suite, "minimum", "{\"trade_amount\": 1}");

        JsonNode cycle = cycle(suite, portfolio);

        assertThat(cycle.at("/report/counts/trades").asInt())
                .as(cycle.toString())
                .isZero();
    }

    private static org.assertj.core.data.Offset<Double> within(double distance) {
        return org.assertj.core.data.Offset.offset(distance);
    }

    static int portfolio(CasesSuite suite, String name, String config) {
        Answer made = suite.post(
                "/portfolios/create",
                """
                {"name": "%s", "strategy_type": "momentum", "initial_balance": 20000, "strategy_config": %s,
                 "schedule": "PT12H"}
                """
                        .formatted(name, config));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        return made.json().path("portfolio_id").asInt();
    }

    static JsonNode cycle(CasesSuite suite, int portfolio) {
        Answer ended = suite.post("/orchestrator/run-portfolio-cycle?portfolio_id=" + portfolio, "");
        assertThat(ended.status()).as(ended.json().toString()).isEqualTo(200);
        assertThat(ended.json().path("status").asString())
                .as(ended.json().toString())
                .isEqualToIgnoringCase("succeeded");
        return ended.json();
    }

    static JsonNode position(CasesSuite suite, int portfolio) {
        JsonNode positions =
                suite.get("/portfolios/%d/positions".formatted(portfolio)).json();
        JsonNode all = positions.isArray() ? positions : positions.path("positions");
        assertThat(all).as(positions.toString()).hasSize(1);
        return all.get(0);
    }
}
