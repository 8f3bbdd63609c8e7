package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What portfolios were worth, what they closed, and how they did. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class PortfolioPerformanceIT extends PortfolioApiCase {

    /** 100 USD at 0.80 buy 125 shares: 25 won with the one, 100 lost with the other. */
    @Test
    void closedPositionsAreRoundTripsAndFigures() {
        Session session = begin("1000");
        session.order(session.buy("won", "0.80", "100"));
        session.order(session.buy("lost", "0.80", "100"));
        session.order(session.buy("open", "0.80", "100"));
        Instant later = Instant.now().plusSeconds(1);
        session.prices(price("won", null, later, "Yes"));
        session.prices(price("lost", null, later, "No"));
        session.complete();

        RoundTripPage page = reader().get(session.path() + "/round-trips").as(RoundTripPage.class);
        assertThat(page.roundTrips()).extracting(trip -> trip.symbol()).containsExactlyInAnyOrder("won", "lost");
        assertThat(page.roundTrips()).allSatisfy(trip -> {
            assertThat(trip.portfolioId()).isEqualTo(session.id);
            assertThat(trip.strategy()).isEqualTo("momentum");
            assertThat(trip.quantity()).isEqualByComparingTo("125");
            assertThat(trip.exitReason()).isIn("WON", "LOST");
            assertThat(trip.entryOrderId()).isNotNull();
        });
        JsonNode first = reader().get(session.path() + "/round-trips?limit=1").json();
        JsonNode second = reader().get(session.path() + "/round-trips?limit=1&cursor="
                        + first.at("/next_cursor").asString())
                .json();
        assertThat(List.of(
                        first.at("/round_trips/0/id").asString(),
                        second.at("/round_trips/0/id").asString()))
                .doesNotHaveDuplicates();
        assertThat(second.has("next_cursor")).isFalse();
        assertThat(reader().header("Accept", "text/csv")
                        .get(session.path() + "/round-trips?symbol=won")
                        .text()
                        .lines())
                .hasSize(2);

        JsonNode performance =
                reader().get(session.path() + "/performance?period=all").json();
        assertThat(performance.at("/trades/net_profit").decimalValue()).isEqualByComparingTo("-75");
        assertThat(performance.at("/trades/profit_factor").asDouble()).isCloseTo(0.25, within(1e-9));
        assertThat(performance.at("/label").asString()).isEqualTo("SIMULATED");
        // 75 lost and 1.25 that the open one is worth less than it cost.
        assertThat(performance.at("/summary/total_return_pct").asDouble()).isCloseTo(-7.625, within(1e-9));

        JsonNode equity = reader().get(session.path() + "/equity").json();
        assertThat(equity.at("/points")).hasSize(2);
        assertThat(equity.at("/points/0/equity").decimalValue()).isEqualByComparingTo("1000");
        assertThat(equity.at("/points/1/equity").decimalValue()).isEqualByComparingTo("923.75");
        assertThat(equity.at("/points/1/drawdown_pct").asDouble()).isCloseTo(-7.625, within(1e-9));
    }

    @Test
    void otherResolutionThanDaysIsRefusedWithTheReason() {
        Session session = begin("1000");

        Answer refused = reader().get(session.path() + "/equity?resolution=1h");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("resolution");
        assertThat(refused.json().at("/errors/0/message").asString()).contains("one snapshot of each day is kept");
        for (String what : List.of("/equity", "/performance", "/round-trips")) {
            assertThat(reader().get("/portfolios/987654321" + what).status()).isEqualTo(404);
        }
    }
}
