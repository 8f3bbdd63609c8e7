package dev.tradesuite.portfolio.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.RebalancingState;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebalancingTableTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, CANCELLED PENDING_APPROVAL",
        "PENDING_APPROVAL, APPROVED CANCELLED EXPIRED REJECTED",
        "APPROVED, CANCELLED EXECUTING EXPIRED FAILED",
        "EXECUTING, DONE FAILED PARTIAL",
        "DONE, ''",
        "PARTIAL, ''",
        "FAILED, ''",
        "REJECTED, ''",
        "EXPIRED, ''",
        "CANCELLED, ''"
    })
    void stateLeadsTo(RebalancingState state, String after) {
        assertThat(RebalancingTable.after(state).stream()
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(after);
    }

    @Test
    void everyStateButTheFirstIsReached() {
        assertThat(Arrays.stream(RebalancingState.values())
                        .flatMap(state -> RebalancingTable.after(state).stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RebalancingState.values())
                        .filter(state -> state != RebalancingState.DRAFT)
                        .toList());
    }
}
