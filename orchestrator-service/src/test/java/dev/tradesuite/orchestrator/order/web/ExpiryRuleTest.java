package dev.tradesuite.orchestrator.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiryRuleTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void endThatIsAheadOrAbsentIsFine() {
        assertThatCode(() -> ExpiryRule.check(NOW.plusMillis(1), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> ExpiryRule.check(null, NOW)).doesNotThrowAnyException();
    }

    @Test
    void endThatIsReachedNamesItsField() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ExpiryRule.check(NOW, NOW))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                    assertThat(refused.errors()).singleElement().satisfies(error -> {
                        assertThat(error.field()).isEqualTo("expires_at");
                        assertThat(error.code()).isEqualTo("OUT_OF_RANGE");
                    });
                });
    }
}
