package dev.tradesuite.risk.check.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.CheckReason;
import dev.tradesuite.risk.check.Level;
import dev.tradesuite.risk.check.RiskCheck;
import dev.tradesuite.risk.limit.StateSubject;
import dev.tradesuite.risk.limit.TradingState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract names things as the domain does, so that either can be turned into the other by name. */
class ReasonNamesTest {

    @Test
    void reasons() {
        assertThat(names(CheckReason.values())).isEqualTo(names(RiskReason.values()));
    }

    @Test
    void checks() {
        assertThat(names(RiskCheck.values())).isEqualTo(names(RiskCheckName.values()));
    }

    @Test
    void levels() {
        assertThat(names(Level.values())).isEqualTo(names(RiskLevel.values()));
    }

    @Test
    void tradingStates() {
        assertThat(names(TradingState.values())).isEqualTo(names(dev.tradesuite.contracts.risk.TradingState.values()));
        assertThat(names(StateSubject.Scope.values())).isEqualTo(names(TradingStateScope.values()));
    }

    @Test
    void sides() {
        assertThat(names(Side.values())).isEqualTo(names(dev.tradesuite.instruments.Side.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
