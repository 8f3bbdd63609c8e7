package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Open positions against the tables. */
class HeldPositionsIT extends BookedModelsIT {

    @Test
    void openPositionsAreValuedAtTheNewestPrice() {
        JsonNode held = get("/api/models/positions/current");

        JsonNode all = held.path("positions");
        assertThat(held.path("total_positions").asInt())
                .isEqualTo(all.size())
                .isEqualTo(count("SELECT count(*) FROM fact_strategy_positions WHERE status = 'open'"))
                .isPositive();
        assertThat(held.path("total_pnl").decimalValue())
                .isEqualByComparingTo(sum(all, "unrealized_pnl"))
                .isEqualByComparingTo(
                        number("SELECT sum(unrealized_pnl) FROM fact_strategy_positions WHERE status = 'open'"));
        assertThat(held.path("total_notional").decimalValue())
                .isEqualByComparingTo(
                        number("SELECT sum(notional_usd) FROM fact_strategy_positions WHERE status = 'open'"));
        JsonNode rl = get("/api/models/positions/current?strategy=RL_PPO").path("positions");
        assertThat(rl.size()).isEqualTo(1);
        assertThat(fields(rl.get(0)))
                .containsExactlyInAnyOrder(
                        "position_id",
                        "strategy_code",
                        "strategy_name",
                        "side",
                        "quantity",
                        "entry_price",
                        "current_price",
                        "stop_loss",
                        "take_profit",
                        "unrealized_pnl",
                        "unrealized_pnl_pct",
                        "entry_time",
                        "holding_time_minutes",
                        "leverage",
                        "model_version",
                        "proxy",
                        "label");
        assertThat(rl.get(0).path("side").asString()).isEqualTo("long");
        assertThat(rl.get(0).path("current_price").decimalValue()).isEqualByComparingTo(BookedModels.close(BARS - 1));
        assertThat(rl.get(0).path("holding_time_minutes").isIntegralNumber()).isTrue();
        for (JsonNode position : all) {
            BigDecimal sign =
                    position.path("side").asString().equals("long") ? BigDecimal.ONE : BigDecimal.ONE.negate();
            BigDecimal moved = position.path("current_price")
                    .decimalValue()
                    .subtract(position.path("entry_price").decimalValue());
            assertThat(position.path("unrealized_pnl").doubleValue())
                    .isCloseTo(
                            moved.multiply(sign)
                                    .multiply(position.path("quantity").decimalValue())
                                    .doubleValue(),
                            within(1e-6));
        }
    }

    @Test
    void aSeriesWithoutAPositionSaysSo() {
        JsonNode held = get("/api/models/positions/current?symbol=" + QUIET);
        assertThat(held.path("total_positions").asInt()).isZero();
        assertThat(held.at("/reason/code").asString()).isEqualTo("NO_OPEN_POSITION");
    }
}
