package dev.tradesuite.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> FIELDS =
            List.of("symbol", "lots", "risk_percent", "stop_loss_pips", "stop_loss_price", "take_profit_price");

    @ParameterizedTest
    @CsvSource({"gateway,gateway,0", "gatway,gateway,1", "gatewya,gateway,2", "'',port,4", "kitten,sitting,3"})
    void countsTheEdits(String from, String to, int edits) {
        assertThat(NearestName.edits(from, to)).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({
        "riskPercent, risk_percent",
        "risk_pct, risk_percent",
        "RISK-PERCENT, risk_percent",
        "stop_loss, stop_loss_pips",
        "stopLossPrice, stop_loss_price",
        "take_profit, take_profit_price",
        "lot, lots",
        "symbl, symbol"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(NearestName.to(typed, FIELDS)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"quantity", "reduce_only", "x", "''"})
    void suggestsNothingFarAway(String typed) {
        assertThat(NearestName.to(typed, FIELDS)).isEmpty();
    }

    @Test
    void findsASettingByItsPath() {
        assertThat(NearestName.to("ports.brian", List.of("ports.brain", "ports.risk")))
                .hasValue("ports.brain");
    }

    @Test
    void namesLongerThanAnyAreNotCompared() {
        assertThat(NearestName.to("symbol".repeat(1000), FIELDS)).isEmpty();
    }
}
