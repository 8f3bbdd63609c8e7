package dev.tradesuite.brain.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.StoredInMemory;
import dev.tradesuite.brain.feed.simulated.SimulatedFeed;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.ensemble.EnsembleModel;
import dev.tradesuite.brain.model.factor.FactorModel;
import dev.tradesuite.brain.model.factor.FactorRule;
import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.brain.model.overlay.BudgetInMemory;
import dev.tradesuite.brain.model.overlay.OverlayModel;
import dev.tradesuite.brain.model.overlay.OverlayService;
import dev.tradesuite.brain.model.trained.SmallVersions;
import dev.tradesuite.brain.model.trained.TrainedBarModel;
import dev.tradesuite.brain.model.trained.TrainedVersions;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarReplayServiceTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int BARS = 2_600;
    private static final SeriesKey EURO = new SeriesKey("EURUSD.SIM", Timeframe.M5);

    private final InstrumentCatalog catalog = InstrumentCatalog.shipped();
    private final FixedClock clock = FixedClock.at("2026-04-01T00:00:00Z");
    private final StoredInMemory stored = new StoredInMemory(clock);
    private final ModelFolder folder;
    private final BarJudge judge;
    private final BarReplayService replays;
    private List<Candle> bars = List.of();

    BarReplayServiceTest(@TempDir Path path) {
        folder = new ModelFolder(path);
        TrainedVersions versions = new TrainedVersions(Optional.of(folder), System::nanoTime);
        BarModels models = new BarModels(List.of(
                new TrainedBarModel(ModelKind.RL_PPO, new MomentumModel(MomentumModel.Measure.NORMALISED), versions),
                new TrainedBarModel(ModelKind.ML_LGBM, new FactorModel(FactorRule.LGBM), versions),
                new TrainedBarModel(ModelKind.ML_XGB, new FactorModel(FactorRule.XGB), versions),
                new OverlayModel("claude-test"),
                new EnsembleModel()));
        judge = new BarJudge(models, catalog, new DollarRates(catalog, new StoreOf(stored)));
        replays = new BarReplayService(judge, stored);
    }

    @BeforeEach
    void storeAWalk() {
        Instrument euro = catalog.find(EURO.symbol()).orElseThrow();
        bars = new SimulatedFeed(42, Timeframe.M5)
                .bars(euro, START, START.plus(Timeframe.M5.length().multipliedBy(BARS)));
        stored.store(EURO, bars);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReplayFromAnywhereSaysWhatWasSaidLive(boolean trained) {
        if (trained) {
            for (ModelKind kind : ModelKind.values()) {
                SmallVersions.inUse(folder, kind, EURO.symbol());
            }
        }
        List<JudgedBar> live = new ArrayList<>();
        BarSignalService service = new BarSignalService(
                judge,
                stored,
                noOverlay(),
                (_, judged) -> live.add(judged),
                new BarSettings(Set.of(Timeframe.M5), Set.of()));
        for (Candle bar : bars.subList(2_300, 2_600)) {
            service.judge(new ClosedBar(EURO, bar, "simulator", RunLabel.SIMULATED));
        }

        // One stretch that crosses a chunk, and one that begins in its middle.
        List<JudgedBar> whole = replay(START);
        List<JudgedBar> part = replay(bars.get(2_300).openTime());
        assertThat(whole).hasSize(BARS);
        assertThat(part).isEqualTo(whole.subList(2_300, 2_600));
        for (BarModelCode code : List.of(BarModelCode.RL_PPO, BarModelCode.ML_XGB, BarModelCode.ML_LGBM)) {
            assertThat(part)
                    .allSatisfy(
                            bar -> assertThat(said(bar, code).version().proxy()).isEqualTo(!trained));
        }
        for (int i = 0; i < 300; i++) {
            assertThat(live.get(i).previousBar()).isEqualTo(part.get(i).previousBar());
            assertThat(withoutOverlay(live.get(i))).isEqualTo(withoutOverlay(part.get(i)));
        }
    }

    @Test
    void everyModelSaysSomethingAndThoseThatCannotSayWhy() {
        List<JudgedBar> all = replay(START);

        assertThat(all).allSatisfy(bar -> assertThat(bar.signals())
                .extracting(planned -> planned.signal().code())
                .containsExactly(BarModelCode.values()));
        assertThat(all.getFirst().signals().getFirst().signal())
                .isInstanceOfSatisfying(
                        BarSignal.Abstained.class,
                        said -> assertThat(said.reason().code()).isEqualTo("NOT_ENOUGH_CANDLES"));
        assertThat(said(all.getLast(), BarModelCode.LLM_CLAUDE))
                .isInstanceOfSatisfying(
                        BarSignal.Abstained.class,
                        said -> assertThat(said.reason().code()).isEqualTo("OPINION_NOT_FOR_HISTORY"));
        assertThat(all.stream().flatMap(bar -> bar.signals().stream()).map(planned -> planned.signal()
                        .position()))
                .contains(PositionSignal.LONG, PositionSignal.SHORT, PositionSignal.FLAT);
    }

    @Test
    void aWantedPositionHasAStopOnItsOwnSideAtTwoRangesAndATargetAtThree() {
        for (JudgedBar bar : replay(START)) {
            for (PlannedSignal planned : bar.signals()) {
                int side = planned.signal().lean();
                assertThat(planned.plan().isPresent()).isEqualTo(side != 0);
                planned.plan().ifPresent(plan -> {
                    assertThat(plan.entry()).isEqualByComparingTo(bar.bar().close());
                    double stop = distance(plan.entry(), plan.stopLoss()) * side;
                    double target = distance(plan.takeProfit(), plan.entry()) * side;
                    assertThat(stop).isPositive();
                    // Both in whole ticks of 0.00001.
                    assertThat(target / 3 - stop / 2).isBetween(-0.00001, 0.00001);
                });
            }
        }
    }

    @Test
    void barsOfTheFutureAndBarsNobodyHasConfirmedAreLeftOut() {
        stored.doubt(bars.get(100).openTime());
        clock.set(bars.get(200).openTime());

        List<JudgedBar> replayed = replay(START);

        assertThat(replayed).hasSize(199);
        assertThat(replayed.get(100).previousBar()).contains(bars.get(99).openTime());
        assertThat(replayed.get(100).bar().openTime()).isEqualTo(bars.get(101).openTime());
    }

    @Test
    void aBarThatIsNoLongerStoredIsNotJudged() {
        List<JudgedBar> live = new ArrayList<>();
        BarSignalService service = new BarSignalService(
                judge,
                stored,
                noOverlay(),
                (_, judged) -> live.add(judged),
                new BarSettings(Set.of(Timeframe.M5), Set.of()));
        Candle gone = new Candle(
                START.minus(Duration.ofDays(1)), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null);

        assertThat(service.judge(new ClosedBar(EURO, gone, "simulator", RunLabel.SIMULATED)))
                .isEmpty();
        assertThat(live).isEmpty();
    }

    private List<JudgedBar> replay(Instant from) {
        List<JudgedBar> judged = new ArrayList<>();
        replays.replay(
                EURO,
                new ReplayedBars(from, Instant.parse("2027-01-01T00:00:00Z"), Long.MAX_VALUE),
                clock.instant(),
                judged::add);
        return judged;
    }

    /** The language model, which knows the present, says another reason live than in a replay. */
    private static List<PlannedSignal> withoutOverlay(JudgedBar bar) {
        return bar.signals().stream()
                .filter(planned -> planned.signal().code() != BarModelCode.LLM_CLAUDE)
                .toList();
    }

    private static BarSignal said(JudgedBar bar, BarModelCode code) {
        return bar.signals().stream()
                .map(PlannedSignal::signal)
                .filter(signal -> signal.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static double distance(BigDecimal one, BigDecimal other) {
        return one.subtract(other).doubleValue();
    }

    private OverlayService noOverlay() {
        return new OverlayService(Optional.empty(), new BudgetInMemory(0, 0), Runnable::run, clock);
    }

    /** Reads what is stored, uncached. */
    private record StoreOf(StoredInMemory stored) implements CandleStore {

        @Override
        public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
            return stored.newest(new SeriesKey(symbol, timeframe), asOf, limit);
        }

        @Override
        public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
            return stored.range(new SeriesKey(symbol, timeframe), from, to);
        }
    }
}
