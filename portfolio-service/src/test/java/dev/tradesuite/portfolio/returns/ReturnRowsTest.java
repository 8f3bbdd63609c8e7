package dev.tradesuite.portfolio.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnRowsTest {

    private final ReturnRows rows = new ReturnRows(LocalDate.of(2026, 1, 10));

    @ParameterizedTest
    @CsvSource({
        "'', 0.1, BAD_RETURN_DAY",
        "2026-02-30, 0.1, BAD_RETURN_DAY",
        "05.01.2026, 0.1, BAD_RETURN_DAY",
        "0001-01-05, 0.1, BAD_RETURN_DAY",
        "2026-01-10, 0.1, RETURN_DAY_NOT_OVER",
        "2026-01-11, 0.1, RETURN_DAY_NOT_OVER",
        "2026-01-05, '', BAD_RETURN_VALUE",
        "2026-01-05, abc, BAD_RETURN_VALUE",
        "2026-01-05, NaN, BAD_RETURN_VALUE",
        "2026-01-05, Infinity, BAD_RETURN_VALUE",
        "2026-01-05, 1e999, BAD_RETURN_VALUE",
        "2026-01-05, 1 %, BAD_RETURN_VALUE",
        "2026-01-05, '1,5', BAD_RETURN_VALUE",
        "2026-01-05, 1d, BAD_RETURN_VALUE",
        "2026-01-05, -1.0001, RETURN_BELOW_TOTAL_LOSS",
        "2026-01-05, 12, RETURN_IMPLAUSIBLE"
    })
    void saysWhatIsWrongWithARow(String day, String value, ReturnRefusal why) {
        rows.add(new ImportedRow(7, day, value));

        assertThat(rows.read()).isEmpty();
        assertThat(rows.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(7);
            assertThat(refused.why()).isEqualTo(why);
        });
    }

    @Test
    void takesTheRestAndTheFirstOfADay() {
        rows.add(new ImportedRow(1, "2026-01-09", "-1"));
        rows.add(new ImportedRow(2, "2026-01-08", "oops"));
        rows.add(new ImportedRow(3, " 2026-01-08 ", " +1.5e-3 "));
        rows.add(new ImportedRow(4, "2026-01-09", "0.5"));

        assertThat(rows.read())
                .containsExactly(
                        new DailyReturn(LocalDate.of(2026, 1, 9), -1),
                        new DailyReturn(LocalDate.of(2026, 1, 8), 0.0015));
        assertThat(rows.refused())
                .extracting(ReturnImportService.Refused::line, ReturnImportService.Refused::why)
                .containsExactly(tuple(2, ReturnRefusal.BAD_RETURN_VALUE), tuple(4, ReturnRefusal.RETURN_DAY_REPEATED));
    }
}
