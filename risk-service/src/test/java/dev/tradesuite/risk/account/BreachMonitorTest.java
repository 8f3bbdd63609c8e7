package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.state.StateSubject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An account that began the day with 10,000: 5 % of it are 500, 15 % are 1,500. */
class BreachMonitorTest {

    private final TestRisk risk = new TestRisk();

    BreachMonitorTest() {
        risk.report(report("main", 1, "10000"));
    }

    @Test
    void lossOfTheDayRestrictsForTheDay() {
        risk.report(report("main", 2, "9499"));

        assertThat(risk.accounts.breaches).extracting(Breach::check).containsExactly(RiskCheckName.DAILY_LOSS);
        assertThat(risk.told).isEqualTo(risk.accounts.breaches);
        assertThat(state()).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void drawdownRestrictsUntilAPersonHasLookedAlsoWhenTheDayHasRestrictedAlready() {
        risk.report(report("main", 2, "9499"));
        risk.report(report("main", 3, "8499"));
        risk.clock.advance(Duration.ofDays(1));
        roll();

        assertThat(risk.states.changes).containsExactly("ACTIVE > REDUCE_ONLY", "REDUCE_ONLY > REDUCE_ONLY");
        assertThat(state()).as("on the next day").isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void systemNeverMakesAHaltLess() {
        risk.stateService.change(StateSubject.account("main"), TradingState.HALTED, "news", "ann");

        risk.report(report("main", 2, "8499"));

        assertThat(state()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whatAPersonLiftedIsNotImposedAgainByTheNextPrice() {
        risk.report(report("main", 2, "9499"));
        risk.stateService.change(StateSubject.account("main"), TradingState.ACTIVE, "hedged elsewhere", "ann");

        risk.report(report("main", 3, "9480"));

        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        assertThat(risk.accounts.breaches).hasSize(1);
    }

    @Test
    void dayIsRolledOnceAndEndsItsRestriction() {
        risk.report(report("main", 2, "9499"));
        risk.clock.advance(Duration.ofDays(1));

        roll();
        roll();

        assertThat(risk.account("main").figures().dayStartEquity()).isEqualByComparingTo("9499");
        assertThat(state()).isEqualTo(TradingState.ACTIVE);
        assertThat(risk.states.changes).containsExactly("ACTIVE > REDUCE_ONLY", "REDUCE_ONLY > ACTIVE");
    }

    @Test
    void reportOfTheNewDayRollsItToo() {
        risk.report(report("main", 2, "9499"));
        risk.clock.advance(Duration.ofDays(1));

        // 9,499 at its start, 475 lost: 5.0006 %
        risk.report(report("main", 3, "9024", risk.clock.instant()));

        assertThat(risk.accounts.breaches)
                .extracting(Breach::check)
                .containsExactly(RiskCheckName.DAILY_LOSS, RiskCheckName.DAILY_LOSS);
        assertThat(risk.states.changes)
                .containsExactly("ACTIVE > REDUCE_ONLY", "REDUCE_ONLY > ACTIVE", "ACTIVE > REDUCE_ONLY");
    }

    private void roll() {
        risk.accounts.locked("main", account -> {
            risk.monitor.rollDay(account);
            return true;
        });
    }

    private TradingState state() {
        return risk.states.find(StateSubject.account("main")).orElseThrow().state();
    }
}
