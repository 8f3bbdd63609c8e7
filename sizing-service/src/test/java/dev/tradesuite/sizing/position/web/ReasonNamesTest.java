package dev.tradesuite.sizing.position.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.sizing.position.Notice;
import dev.tradesuite.sizing.position.Refusal;
import dev.tradesuite.sizing.position.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonNamesTest {

    @Test
    void contractListsWhatSizingCanFindAndNothingElse() {
        List<String> found = Stream.of(Refusal.Cause.values(), Notice.Kind.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .toList();

        assertThat(SizingReason.values()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void contractNamesTheStrategiesAsTheDomainDoes() {
        assertThat(RiskStrategy.values())
                .extracting(Enum::name)
                .containsExactlyElementsOf(
                        Arrays.stream(Strategy.values()).map(Enum::name).toList());
    }
}
