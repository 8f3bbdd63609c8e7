package dev.tradesuite.portfolio.lifecycle;

import static dev.tradesuite.contracts.portfolio.LifecycleState.LIVE;
import static dev.tradesuite.contracts.portfolio.LifecycleState.PAPER;
import static dev.tradesuite.contracts.portfolio.LifecycleState.RETIRED;
import static dev.tradesuite.contracts.portfolio.LifecycleState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTableTest {

    @ParameterizedTest
    @EnumSource
    void retiredIsFinalAndReachedFromEverywhere(LifecycleState state) {
        if (state == RETIRED) {
            assertThat(LifecycleTable.after(state, Optional.empty())).isEmpty();
        } else {
            assertThat(LifecycleTable.after(state, Optional.empty())).contains(RETIRED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatTradesIsSuspended(LifecycleState state) {
        assertThat(LifecycleTable.after(state, Optional.empty()).contains(SUSPENDED))
                .isEqualTo(state == PAPER || state == LIVE);
    }

    @Test
    void suspendedGoesBackToWhereItCameFromOrToPaper() {
        assertThat(LifecycleTable.after(SUSPENDED, Optional.of(LIVE))).containsExactly(PAPER, LIVE, RETIRED);
        assertThat(LifecycleTable.after(SUSPENDED, Optional.of(PAPER))).containsExactly(PAPER, RETIRED);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSkippedAndNothingStaysWhereItIs(LifecycleState state) {
        assertThat(LifecycleTable.after(state, Optional.empty())).doesNotContain(state, LifecycleState.DISCOVERY);
        assertThat(LifecycleTable.after(state, Optional.empty()).contains(LIVE)).isEqualTo(state == PAPER);
    }
}
