package dev.tradesuite.risk.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.test.FixedClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingStateServiceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final StateSubject MAIN = new StateSubject(TradingStateScope.ACCOUNT, "main");

    private final FakeTradingStates store = new FakeTradingStates();
    private final List<TradingState> told = new ArrayList<>();
    private final TradingStateService states =
            new TradingStateService(store, entry -> told.add(entry.state()), FixedClock.at("2026-03-04T10:00:00Z"));

    @Test
    void personSetsAnyStateWithAReason() {
        states.change(MAIN, TradingState.HALTED, "checking the feed", "ann");
        StateEntry entry = states.change(MAIN, TradingState.ACTIVE, "feed is fine", "bob");

        assertThat(entry.changedBy()).isEqualTo("bob");
        assertThat(entry.cause()).isEqualTo("feed is fine");
        assertThat(store.changes).containsExactly("ACTIVE > HALTED", "HALTED > ACTIVE");
        assertThat(told).containsExactly(TradingState.HALTED, TradingState.ACTIVE);
    }

    @Test
    void systemOnlyMakesAStateStricter() {
        states.restrict("main", TradingState.HALTED, "drawdown", TODAY, null);
        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss", TODAY, TODAY);

        assertThat(store.changes).containsExactly("ACTIVE > HALTED");
    }

    @Test
    void systemNeverEndsWhatAPersonImposed() {
        states.change(MAIN, TradingState.REDUCE_ONLY, "on holiday", "ann");
        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss", TODAY, TODAY);

        states.liftWhatIsOver("main", TODAY.plusDays(1));

        assertThat(store.find(MAIN).orElseThrow().changedBy()).isEqualTo("ann");
    }

    @Test
    void restrictionForADayIsLiftedOnTheNext() {
        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss", TODAY, TODAY);

        states.liftWhatIsOver("main", TODAY);
        assertThat(store.find(MAIN).orElseThrow().state()).isEqualTo(TradingState.REDUCE_ONLY);

        states.liftWhatIsOver("main", TODAY.plusDays(1));
        assertThat(store.find(MAIN).orElseThrow().state()).isEqualTo(TradingState.ACTIVE);
        assertThat(told).containsExactly(TradingState.REDUCE_ONLY, TradingState.ACTIVE);
    }

    @Test
    void haltedIsNeverLifted() {
        states.restrict("main", TradingState.HALTED, "drawdown", TODAY, null);

        states.liftWhatIsOver("main", TODAY.plusDays(100));

        assertThat(store.find(MAIN).orElseThrow().state()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void restrictionThatIsOverDoesNotStandInTheWayOfANewOne() {
        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss", TODAY, TODAY);
        LocalDate tomorrow = TODAY.plusDays(1);

        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss again", tomorrow, tomorrow);

        StateEntry entry = store.find(MAIN).orElseThrow();
        assertThat(entry.cause()).isEqualTo("daily loss again");
        assertThat(entry.on(tomorrow)).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void tighteningNeverLoosens() {
        states.change(MAIN, TradingState.HALTED, "checking the feed", "ann");

        StateEntry entry = states.tighten(MAIN, TradingState.REDUCE_ONLY, "value at risk", "portfolio");

        assertThat(entry.state()).isEqualTo(TradingState.HALTED);
        assertThat(entry.changedBy()).isEqualTo("ann");
        assertThat(store.changes).containsExactly("ACTIVE > HALTED");
    }

    @Test
    void stateThatWasReadIsReplacedAndAnotherOneStays() {
        StateEntry read = states.change(MAIN, TradingState.HALTED, "checking the feed", "ann");

        assertThat(states.replace(MAIN, read.changedAt().minusMillis(1), TradingState.REDUCE_ONLY, "a stop", "stops"))
                .isEmpty();
        assertThat(store.find(MAIN)).contains(read);
        assertThat(states.replace(MAIN, read.changedAt(), TradingState.REDUCE_ONLY, "a stop", "stops"))
                .map(StateEntry::state)
                .contains(TradingState.REDUCE_ONLY);
        assertThat(store.changes).containsExactly("ACTIVE > HALTED", "HALTED > REDUCE_ONLY");
    }

    @Test
    void stateThatWasNeverSetIsNotReplaced() {
        assertThat(states.replace(
                        MAIN, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), TradingState.ACTIVE, "x", "ann"))
                .isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void tighteningTwiceIsTighteningOnce() {
        states.tighten(MAIN, TradingState.REDUCE_ONLY, "value at risk", "portfolio");
        states.tighten(MAIN, TradingState.REDUCE_ONLY, "drawdown", "portfolio");

        assertThat(store.find(MAIN).orElseThrow().cause()).isEqualTo("value at risk");
        assertThat(told).containsExactly(TradingState.REDUCE_ONLY);
    }

    @Test
    void tighteningOutlastsARestrictionForADay() {
        states.restrict("main", TradingState.REDUCE_ONLY, "daily loss", TODAY, TODAY);
        states.tighten(MAIN, TradingState.REDUCE_ONLY, "value at risk", "portfolio");

        states.liftWhatIsOver("main", TODAY.plusDays(1));

        assertThat(store.find(MAIN).orElseThrow().state()).isEqualTo(TradingState.REDUCE_ONLY);
    }
}
