package dev.tradesuite.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({"gateway,gateway,0", "gatway,gateway,1", "gatewya,gateway,2", "'',port,4", "kitten,sitting,3"})
    void countsTheEdits(String from, String to, int edits) {
        assertThat(NearestName.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void findsTheClosestName() {
        assertThat(NearestName.to("ports.brian", List.of("ports.brain", "ports.risk")))
                .hasValue("ports.brain");
    }

    @Test
    void suggestsNothingFarAway() {
        assertThat(NearestName.to("colour", List.of("ports.brain", "ports.risk")))
                .isEmpty();
    }
}
