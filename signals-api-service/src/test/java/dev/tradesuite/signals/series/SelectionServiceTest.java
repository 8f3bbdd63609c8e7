package dev.tradesuite.signals.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionServiceTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T10:00:00Z");
    private static final ModelAccount RL = Accounts.account(1, "RL_PPO", FIRST, FIRST.plusSeconds(300), "10001");
    private static final ModelAccount XGB =
            Accounts.account(2, "ML_XGB", FIRST.plusSeconds(300), FIRST.plusSeconds(600), "9999");
    private static final ModelSeries GOLD = new ModelSeries(0, "XAUUSD", Timeframe.M15);
    private static final ModelSeries EURO_HOURS = new ModelSeries(0, "EURUSD", Timeframe.H1);

    /** Two symbols in the live run, nothing in another. */
    private static final class FakeStore implements SeriesStore {

        @Override
        public List<Long> runs() {
            return List.of(0L, 1L);
        }

        @Override
        public List<ModelStrategy> strategies() {
            return List.of(RL.strategy(), XGB.strategy());
        }

        @Override
        public List<ModelSeries> series(long run) {
            return run == 0 ? List.of(Accounts.EURUSD, EURO_HOURS, GOLD) : List.of();
        }

        @Override
        public List<ModelAccount> accounts(ModelSeries series) {
            return series.equals(Accounts.EURUSD) ? List.of(RL, XGB) : List.of(XGB);
        }
    }

    @Test
    void theFirstSeriesIsMeantWhenNoneIsNamed() {
        ModelSelection selection = of(Optional.empty()).select(0, Optional.empty(), Set.of());
        assertThat(selection.series()).contains(Accounts.EURUSD);
        assertThat(selection.accounts()).containsExactly(RL, XGB);
        assertThat(selection.newestClose()).contains(FIRST.plusSeconds(600));
        assertThat(selection.firstBar()).contains(FIRST);
    }

    @Test
    void aRecordThatGoesOnBeyondItsEquityEndsLater() {
        Instant close = FIRST.plusSeconds(300);
        assertThat(Accounts.selection(RL).end()).contains(close);
        assertThat(Accounts.selection(Accounts.recorded(RL, close.plusSeconds(60)))
                        .end())
                .contains(close.plusSeconds(60));
        assertThat(Accounts.selection(Accounts.recorded(RL, close.minusSeconds(60)))
                        .end())
                .contains(close);
    }

    @Test
    void theSymbolOfTheSettingsGoesBeforeTheFirstAndTheNamedOneBeforeBoth() {
        SelectionService service = of(Optional.of("XAUUSD"));
        assertThat(service.select(0, Optional.empty(), Set.of()).series()).contains(GOLD);
        assertThat(service.select(0, Optional.of("EURUSD"), Set.of()).series()).contains(Accounts.EURUSD);
    }

    @Test
    void onlyTheStrategiesAskedForAreTold() {
        assertThat(of(Optional.empty())
                        .select(0, Optional.empty(), Set.of("ML_XGB"))
                        .accounts())
                .containsExactly(XGB);
    }

    @Test
    void aRunWithoutAccountsHasNeitherSymbolNorSeries() {
        ModelSelection selection = of(Optional.empty()).select(1, Optional.empty(), Set.of());
        assertThat(selection.symbol()).isEmpty();
        assertThat(selection.series()).isEmpty();
        assertThat(selection.accounts()).isEmpty();
        assertThat(selection.label()).isEmpty();
    }

    @Test
    void aSymbolWithoutAccountsIsStillNamed() {
        ModelSelection selection = of(Optional.empty()).select(0, Optional.of("GBPUSD"), Set.of());
        assertThat(selection.symbol()).contains("GBPUSD");
        assertThat(selection.accounts()).isEmpty();
    }

    private static SelectionService of(Optional<String> defaultSymbol) {
        return new SelectionService(new FakeStore(), defaultSymbol);
    }
}
