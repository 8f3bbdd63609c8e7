package dev.tradesuite.brain.model.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VotePriceTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final OptionalDouble LAST_CLOSE = OptionalDouble.of(1.1);
    private static final OptionalDouble ATR = OptionalDouble.of(0.001);

    @Test
    void isTheOneThatWasSent() {
        assertThat(VotePrice.of(OptionalDouble.of(1.105), LAST_CLOSE, ATR, 20)).isEqualTo(new VotePrice.Known(1.105));
    }

    @Test
    void isTheLastCloseWhenNoneWasSent() {
        assertThat(VotePrice.of(NONE, LAST_CLOSE, ATR, 20)).isEqualTo(new VotePrice.Known(1.1));
    }

    @Test
    void isUnknownWhenItLiesTooFarFromTheLastClose() {
        // 20 ranges of 0.001 are 0.02
        assertThat(VotePrice.of(OptionalDouble.of(1.1199), LAST_CLOSE, ATR, 20)).isInstanceOf(VotePrice.Known.class);
        assertThat(VotePrice.of(OptionalDouble.of(1.1201), LAST_CLOSE, ATR, 20)).isInstanceOf(VotePrice.Unknown.class);
        assertThat(VotePrice.of(OptionalDouble.of(1.0799), LAST_CLOSE, ATR, 20)).isInstanceOf(VotePrice.Unknown.class);
    }

    @Test
    void isTakenAsSentWhenThereIsNothingToCompareItWith() {
        assertThat(VotePrice.of(OptionalDouble.of(5), NONE, ATR, 20)).isEqualTo(new VotePrice.Known(5));
        assertThat(VotePrice.of(OptionalDouble.of(5), LAST_CLOSE, NONE, 20)).isEqualTo(new VotePrice.Known(5));
        assertThat(VotePrice.of(OptionalDouble.of(5), LAST_CLOSE, OptionalDouble.of(0), 20))
                .isEqualTo(new VotePrice.Known(5));
    }

    @Test
    void isUnknownWithoutAnything() {
        assertThat(VotePrice.of(NONE, NONE, NONE, 20)).isInstanceOf(VotePrice.Unknown.class);
    }
}
