package dev.tradesuite.brain.candle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CloseTable;
import dev.tradesuite.brain.candle.SlotClose;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosesMapperTest {

    @Test
    void aSlotWithoutACloseIsAGapInItsColumnAndTheTimeframesAreTheCoarsestFirst() {
        CloseTable table = new CloseTable(
                Timeframe.D1,
                Instant.ofEpochMilli(500),
                List.of(100L, 200L, 300L),
                List.of(new CloseTable.Column(
                        "EURUSD",
                        Map.of(100L, close(100, "1.1", Timeframe.M5), 300L, close(300, "1.2", Timeframe.D1)))));
        ClosesTable closes = ClosesMapper.of(table);
        assertThat(closes.symbols()).singleElement().satisfies(column -> {
            assertThat(column.closes()).containsExactly(new BigDecimal("1.1"), null, new BigDecimal("1.2"));
            assertThat(column.timeframes()).containsExactly(Timeframe.D1, Timeframe.M5);
        });
    }

    private static SlotClose close(long slot, String price, Timeframe timeframe) {
        return new SlotClose(slot, new BigDecimal(price), timeframe);
    }
}
