package dev.tradesuite.support.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

class PlainNumbersTest {

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(PlainNumbers.module())
            .build();

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "25, 25.0",
        "-0.412386, -0.412386",
        "0.001, 0.001",
        "0.0005, 0.0005",
        "-0.00000012, -0.00000012",
        "9999999.5, 9999999.5",
        "12000000, 12000000",
        "1e22, 10000000000000000000000"
    })
    void doublesAreWrittenWithoutExponents(double value, String text) {
        assertThat(json.writeValueAsString(new Reading(value, value)))
                .isEqualTo("{\"boxed\":" + text + ",\"plain\":" + text + "}");
    }

    private record Reading(Double boxed, double plain) {}
}
