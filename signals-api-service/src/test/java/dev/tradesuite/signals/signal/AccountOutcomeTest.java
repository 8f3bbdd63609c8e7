package dev.tradesuite.signals.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.AccountAction;
import dev.tradesuite.contracts.signals.AccountReason;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountOutcomeTest {

    private static final Instant CLOSE = Instant.parse("2026-03-02T10:05:00Z");
    private static final Instant EARLIER = Instant.parse("2026-03-02T09:00:00Z");
    private static final KeptSignal LONG = signal(PositionSignal.LONG, null);
    private static final KeptSignal FLAT = signal(PositionSignal.FLAT, null);

    @Test
    void theBarThatReachesAStopEndsThePosition() {
        BarPosition stopped = position(EARLIER, end("1.05", CLOSE, "STOP"));

        assertThat(of(LONG, Optional.of(LONG), stopped))
                .extracting(AccountOutcome::action, outcome -> outcome.reason().orElseThrow())
                .containsExactly(AccountAction.EXITED, AccountReason.STOP_REACHED);
    }

    @Test
    void theNextBarThatOpensBeyondAStopIsNotThisOne() {
        // Ended at 1.04 with a stop at 1.05, when the bar after this one opened.
        BarPosition gapped = position(EARLIER, end("1.04", CLOSE, "STOP"));

        assertThat(of(LONG, Optional.of(LONG), gapped).action()).isEqualTo(AccountAction.KEPT);
        assertThat(of(FLAT, Optional.of(FLAT), position(EARLIER, end("1.20", CLOSE, "TAKE_PROFIT")))
                        .reason())
                .contains(AccountReason.TARGET_REACHED);
    }

    @Test
    void afterAStopTheSameSignalWaitsForAChange() {
        assertThat(of(LONG, Optional.of(LONG)).reason()).contains(AccountReason.WAITS_FOR_CHANGE);
        assertThat(of(LONG, Optional.of(FLAT)).reason()).contains(AccountReason.NOT_FILLED);
        assertThat(of(LONG, Optional.empty()).action()).isEqualTo(AccountAction.NOTHING);
    }

    @Test
    void withoutARateNothingIsOpened() {
        assertThat(AccountOutcome.of(LONG, new AccountOutcome.Circumstances(Optional.of(FLAT), List.of(), false))
                        .reason())
                .contains(AccountReason.NO_CONVERSION);
    }

    @Test
    void anAbstentionIsToldFromADecision() {
        assertThat(of(FLAT, Optional.of(LONG)).reason()).contains(AccountReason.MODEL_FLAT);
        assertThat(of(signal(PositionSignal.FLAT, "NO_RANGE"), Optional.of(LONG))
                        .reason())
                .contains(AccountReason.MODEL_ABSTAINED);
    }

    @Test
    void whatTheSignalDidNeedsNoReason() {
        BarPosition before = position(EARLIER, end("1.10", CLOSE, "SIGNAL_CHANGE"));
        BarPosition after = position(CLOSE, null);

        assertThat(of(LONG, Optional.of(FLAT), after))
                .isEqualTo(new AccountOutcome(AccountAction.OPENED, Optional.empty(), List.of(after)));
        assertThat(of(LONG, Optional.of(FLAT), before, after).action()).isEqualTo(AccountAction.REVERSED);
        assertThat(of(FLAT, Optional.of(LONG), before).action()).isEqualTo(AccountAction.CLOSED);
        assertThat(of(FLAT, Optional.of(LONG), position(EARLIER, end("0.01", CLOSE, "LIQUIDATED")))
                        .reason())
                .contains(AccountReason.CAPITAL_LOST);
        assertThat(of(FLAT, Optional.of(LONG), position(EARLIER, end("1.10", CLOSE, "END_OF_RUN")))
                        .reason())
                .contains(AccountReason.RUN_ENDED);
    }

    private static AccountOutcome of(KeptSignal signal, Optional<KeptSignal> before, BarPosition... positions) {
        return AccountOutcome.of(signal, new AccountOutcome.Circumstances(before, List.of(positions), true));
    }

    private static BarPosition.End end(String price, Instant at, String reason) {
        return new BarPosition.End(new BigDecimal(price), at, reason, BigDecimal.ONE);
    }

    /** Long at 1.10 with a stop at 1.05 and a target at 1.20. */
    private static BarPosition position(Instant entered, BarPosition.@Nullable End end) {
        return new BarPosition(
                1,
                Direction.LONG,
                end == null ? "open" : "closed",
                BigDecimal.TEN,
                new BarPosition.Entry(new BigDecimal("1.10"), entered),
                new BarPosition.Exits(new BigDecimal("1.05"), new BigDecimal("1.20")),
                end);
    }

    private static KeptSignal signal(PositionSignal position, @Nullable String abstained) {
        return new KeptSignal(
                1,
                new ModelStrategy(1, "RL_PPO", "PPO", StrategyType.RL),
                CLOSE,
                new KeptSignal.Wish(
                        position, position == PositionSignal.LONG ? SignalSide.BUY : SignalSide.HOLD, 0.5, 0.5),
                new KeptSignal.Levels(null, null, null),
                new KeptSignal.Stake(null, null, 1),
                new KeptSignal.Words("For a test.", null, abstained),
                "{}",
                new ModelAccount.ModelOrigin("rule-1", true),
                RunLabel.SIMULATED);
    }
}
