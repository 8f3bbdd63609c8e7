package dev.tradesuite.risk.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 15 5 80 0.70 1000",
                "100 100 100 100 1 100000",
                "0.01 0.01 0.01 0.01 0 0.01",
            })
    void acceptsWhatCanBeALimit(String values) {
        assertThatCode(() -> limits(values)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 15 5 80 0.70 1000      | daily_loss_percent must be above 0 and at most 100, was 0",
                "5 100.01 5 80 0.70 1000  | drawdown_percent must be above 0 and at most 100, was 100.01",
                "5 15 -1 80 0.70 1000     | position_size_percent must be above 0 and at most 100, was -1",
                "5 15 5 101 0.70 1000     | margin_percent must be above 0 and at most 100, was 101",
                "5 15 5 80 1.01 1000      | correlation must be 0 to 1, was 1.01",
                "5 15 5 80 -0.1 1000      | correlation must be 0 to 1, was -0.1",
                "5 15 5 80 0.70 100001    | currency_exposure_percent must be above 0 and at most 100000, was 100001",
            })
    void namesWhatCannot(String values, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> limits(values)).withMessage(message);
    }

    private static Limits limits(String values) {
        List<BigDecimal> numbers =
                Arrays.stream(values.split(" ")).map(BigDecimal::new).toList();
        return new Limits(
                numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
    }
}
