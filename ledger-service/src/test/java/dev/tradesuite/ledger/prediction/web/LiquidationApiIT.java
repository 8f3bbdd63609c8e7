package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Portfolios that sell everything because a person wants it. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class LiquidationApiIT extends PortfolioApiCase {

    @Test
    void liquidatesAndArchives() {
        Session session = begin("1000");
        session.order(session.buy("a", "0.5", "100"));
        session.order(session.with("exit_price", "null", session.buy("b", "0.5", "100")));

        Answer refused = writer().post(session.path() + "/archive", "");
        assertThat(refused.status()).isEqualTo(409);
        Answer liquidated = writer().post(session.path() + "/liquidate", "");
        assertThat(liquidated.status()).as(liquidated.text()).isEqualTo(200);
        assertThat(texts(liquidated.json().get("left"), "market_id")).containsExactly("b");
        assertThat(liquidated.json().at("/orders/0/status").asString()).isEqualTo("FILLED");
        assertThat(liquidated.json().at("/portfolio/status").asString()).isEqualTo("PAUSED");
        assertThat(liquidated.json().at("/portfolio/cash").decimalValue()).isEqualByComparingTo("898");

        session.prices(price("b", "0.4", Instant.now(), null));
        Answer archived = writer().post(session.path() + "/archive", "{\"liquidate\": true}");
        assertThat(status(archived)).isEqualTo("ARCHIVED");
        assertThat(session.portfolio().cash()).isEqualByComparingTo("978");
        assertThat(texts(reader().get(session.path() + "/history").json(), "what"))
                .containsExactly("CREATED", "PAUSED", "LIQUIDATED", "LIQUIDATED", "ARCHIVED");
    }

    /** The state is risk-service's, which denies every order of the account then. */
    @Test
    void haltedPortfolioKeepsWhatItHoldsAndSaysWhy() {
        Session session = begin("1000");
        session.order(session.buy("halted", "0.5", "100"));
        standIns.denied.add("halted");

        Answer liquidated = writer().post(session.path() + "/liquidate", "");

        assertThat(liquidated.status()).as(liquidated.text()).isEqualTo(200);
        assertThat(liquidated.json().at("/orders/0/status").asString()).isEqualTo("DENIED");
        assertThat(liquidated.json().at("/orders/0/reasons/0/code").asString()).isEqualTo("POSITION_SIZE_LIMIT");
        assertThat(liquidated.json().at("/portfolio/status").asString()).isEqualTo("PAUSED");
        assertThat(session.portfolio().openPositions()).isEqualTo(1);
        Answer refused = writer().post(session.path() + "/archive", "{\"liquidate\": true}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString())
                .contains("still holds positions and is paused", "market halted, POSITION_SIZE_LIMIT");

        standIns.denied.remove("halted");
        assertThat(status(writer().post(session.path() + "/archive", "{\"liquidate\": true}")))
                .isEqualTo("ARCHIVED");
    }

    @Test
    void liquidationLeavesASnapshotAndAReport() {
        Session session = begin("1000");
        session.order(session.buy("sold", "0.5", "100"));
        session.order(session.with("exit_price", "null", session.buy("kept", "0.5", "100")));

        JsonNode liquidated = writer().post(session.path() + "/liquidate", "").json();

        Answer report = session.with(UUID.fromString(liquidated.at("/cycle_id").asString()))
                .report();
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.json().at("/strategy_version").asString()).isEqualTo("liquidation");
        assertThat(report.json().at("/counts/trades").asInt()).isEqualTo(1);
        assertThat(texts(report.json().get("orders"), "market_id")).containsExactly("sold");
        assertThat(texts(report.json().get("warnings"), "code")).containsExactly("NO_BID");
        // 200 shares at 0.49 are 98; the other 100 USD are valued at their cost.
        assertThat(report.json().at("/snapshot/value").decimalValue()).isEqualByComparingTo("998");
        JsonNode snapshots = reader().get(session.path() + "/snapshots").json();
        assertThat(snapshots).hasSize(1);
        assertThat(snapshots.get(0).at("/cash").decimalValue()).isEqualByComparingTo("898");
        assertThat(snapshots.get(0).at("/label").asString()).isEqualTo("SIMULATED");

        JsonNode nothing = writer().post(session.path() + "/liquidate", "").json();
        assertThat(nothing.hasNonNull("cycle_id")).isFalse();
    }

    @Test
    void oldBidIsNotSoldAtAndTheWayToANewOneIsSaid() {
        Session session = begin("1000");
        session.order(session.with(
                "quoted_at",
                "\"%s\"".formatted(Instant.now().minus(Duration.ofMinutes(61))),
                session.buy("stale", "0.5", "100")));

        JsonNode liquidated = writer().post(session.path() + "/liquidate", "").json();

        assertThat(liquidated.at("/left/0/reason/code").asString()).isEqualTo("MARK_TOO_OLD");
        assertThat(liquidated.at("/left/0/reason/message").asString())
                .contains("60 min", "/orchestrator/run-portfolio-cycle?portfolio_id=" + session.id);
        session.prices(price("stale", "0.4", Instant.now(), null));
        assertThat(writer().post(session.path() + "/liquidate", "")
                        .json()
                        .at("/portfolio/cash")
                        .decimalValue())
                .isEqualByComparingTo("980");
    }
}
