package dev.tradesuite.portfolio.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkLimitTest {

    private final WorkLimit limit = new WorkLimit(1, Duration.ZERO);

    @Test
    void whatFindsNoPlaceIsRefused() {
        limit.run(() -> {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> limit.run(() -> 1))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED));
            return 0;
        });

        assertThat(limit.run(() -> 2)).isEqualTo(2);
    }

    @Test
    void workThatFailsLeavesItsPlace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> limit.run(() -> {
                    throw new IllegalStateException("no");
                }));

        assertThat(limit.run(() -> 3)).isEqualTo(3);
    }
}
