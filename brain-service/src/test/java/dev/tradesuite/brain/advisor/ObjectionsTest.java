package dev.tradesuite.brain.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.market.SignalAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionsTest {

    @Test
    void areHeldAgainstTheActionTheyAreAbout() {
        Objections objections = new Objections(0.3, 0.7, "for a test");
        assertThat(objections.to(SignalAction.BUY)).isEqualTo(0.3);
        assertThat(objections.to(SignalAction.SELL)).isEqualTo(0.7);
        assertThat(objections.to(SignalAction.HOLD)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void areShares(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Objections(share, 0, "for a test"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Objections(0, share, "for a test"));
        assertThat(Advice.of(share, 0, "for a test"))
                .isInstanceOfSatisfying(Advice.Withheld.class, withheld -> assertThat(withheld.why())
                        .isEqualTo(Advice.Why.MALFORMED));
    }

    @Test
    void needAReasonAndKeepItShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Objections(0, 0, " "));
        assertThat(new Objections(0, 0, "x".repeat(1_000)).reason())
                .hasSize(300)
                .endsWith("...");
    }
}
