package dev.tradesuite.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullableElementsTest {

    record Table(Map<String, List<@Nullable Double>> openPrices, List<@Nullable Double> rates, List<Double> lots) {}

    record Body(
            @Nullable Table table, List<@Nullable String> notes, Map<String, Double> weights, @Nullable Body more) {}

    @ParameterizedTest
    @CsvSource({
        "notes[0], true",
        "table.rates[3], true",
        "table.open_prices.BRK.B[2], true",
        "table.lots[1], false",
        "weights.A, false",
        "table, false",
        "notes_of[0], false"
    })
    void listsThatDeclareItMayHoldNull(String path, boolean may) {
        assertThat(NullableElements.allow(Body.class, path)).isEqualTo(may);
    }
}
