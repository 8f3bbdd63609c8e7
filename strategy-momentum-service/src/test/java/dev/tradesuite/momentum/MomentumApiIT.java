package dev.tradesuite.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.strategy.StrategyApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class MomentumApiIT extends StrategyApiTest {

    MomentumApiIT(@Autowired SuiteClient client) {
        super(client, "momentum");
    }

    @Test
    void buysTheFavouritesOfTheLiquidMarketsBestFirst() {
        JsonNode report = operator.post(run, null).json();

        // Three events; the one with 800 USD of orders is dropped. Of five markets one is too thin and two are
        // undecided.
        assertThat(report.at("/counts/events_kept").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/markets").asInt()).isEqualTo(5);
        assertThat(report.at("/counts/markets_kept").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/signals").asInt()).isEqualTo(2);
        assertThat(report.at("/counts/open_slots").asInt()).isEqualTo(10);
        assertThat(report.at("/counts/trades").asInt()).isEqualTo(2);
        assertThat(texts(report, "/signals", "/question"))
                .containsExactly("Will it rain in Bergen on 1 May?", "Will Tromso win the cup?");
        assertThat(texts(report, "/signals", "/outcome")).containsExactly("Yes", "No");
        assertThat(BOOKS.bodies("orders")).singleElement().satisfies(asked -> {
            assertThat(texts(asked, "/orders", "/market_id")).containsExactly("9001", "9021");
            JsonNode first = asked.at("/orders/0");
            assertThat(first.at("/side").asString()).isEqualTo("BUY");
            assertThat(first.at("/stake").decimalValue()).isEqualByComparingTo("100");
            assertThat(first.at("/price").decimalValue()).isEqualByComparingTo("0.785");
            assertThat(first.at("/exit_price").decimalValue()).isEqualByComparingTo("0.775");
            assertThat(first.at("/reason").asString())
                    .isEqualTo("Yes at 0.78 is the favourite by 0.56, within 0.50 to 0.60, and at least 0.75;"
                            + " offered at 0.785");
        });
    }

    @Test
    void marketThatIsHeldIsNotBoughtAgain() {
        BOOKS.holds("9001", "Yes");

        JsonNode report = operator.post(run, null).json();

        assertThat(texts(report, "/signals", "/market_id")).containsExactly("9021");
        assertThat(report.at("/counts/open_slots").asInt()).isEqualTo(9);
    }

    @Test
    void deniedOrderIsReportedWithItsReason() {
        BOOKS.denies("9001");

        JsonNode report = operator.post(run, null).json();

        assertThat(report.at("/counts/trades").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/denied").asInt()).isEqualTo(1);
        assertThat(report.at("/orders/0/reasons/0/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
    }

    @Test
    void floorAboveEveryPriceOfTheBandIsNamed() {
        assertThat(faults(validated("{\"min_confidence\": 0.81}"))).containsExactly("min_confidence EMPTY_BAND");
    }
}
