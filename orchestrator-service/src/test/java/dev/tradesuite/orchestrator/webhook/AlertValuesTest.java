package dev.tradesuite.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0835      | 1.0835",
                "2411        | 2411",
                "2,411.5     | 2411.5",
                "1,234,567.8 | 1234567.8",
                "1,234,567   | 1234567",
                "+1.5        | 1.5",
                "-1,234.5    | -1234.5",
                ".5          | 0.5",
                "1.0835e0    | 1.0835",
                "1E-4        | 0.0001"
            })
    void numberIsReadWhole(String written, BigDecimal number) {
        assertThat(AlertValues.number(" " + written + " ")).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,0835",
                "2,411",
                "2.411,50",
                "2411,5",
                "12,34.5",
                "1,2345.6",
                "0,411.5",
                ",5",
                "1,",
                "2 411.5",
                "2\u00a0411.5",
                "2'411.5",
                "1.2.3",
                "NaN",
                "Infinity",
                "0x1F",
                "",
                "dear",
                "1e999999999",
                "\u0661.5",
                "1.5 USD"
            })
    void numberThatMightBeAnotherIsRefused(String written) {
        assertThatThrownBy(() -> AlertValues.number(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusalOfACommaNamesWhatIsExpected() {
        assertThatThrownBy(() -> AlertValues.number("1,0835"))
                .hasMessage("expected a decimal point, such as 1.0835 or 4,110.50: this comma might be either");
    }

    @ParameterizedTest
    @CsvSource({
        "1, M1",
        "1m, M1",
        "5, M5",
        "m5, M5",
        "5min, M5",
        "15, M15",
        "30m, M30",
        "60, H1",
        "1h, H1",
        "1H, H1",
        "h1, H1",
        "240, H4",
        "4h, H4",
        "4H, H4",
        "H4, H4",
        "D, D1",
        "1D, D1",
        "1d, D1",
        "d1, D1",
        "1440, D1"
    })
    void timeframeIsReadAsChartsWriteIt(String written, Timeframe timeframe) {
        assertThat(AlertValues.timeframe(written)).isEqualTo(timeframe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "1M", "5M", "W", "1W", "3", "45", "120", "2h", "30S", "", "hour"})
    void timeframeThatThereIsNotIsRefused(String written) {
        assertThatThrownBy(() -> AlertValues.timeframe(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("M1, M5, M15, M30, H1, H4 or D1");
    }
}
