package dev.tradesuite.brain.model.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.ClosedBars;
import dev.tradesuite.brain.model.bar.Opinion;
import dev.tradesuite.brain.model.bar.StopRanges;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.brain.model.factor.FactorModel;
import dev.tradesuite.brain.model.factor.FactorRule;
import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainedBarModelTest {

    private static final CandleSeries WALK = TestCandles.walk(7, 700);

    private final ModelFolder folder;
    private long nanos = -5;
    private final TrainedVersions versions;

    TrainedBarModelTest(@TempDir Path path) {
        this.folder = new ModelFolder(path);
        this.versions = new TrainedVersions(Optional.of(folder), () -> nanos);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionInUseIsServedInPlaceOfTheRule(ModelKind kind) {
        TrainedBarModel model = model(kind);
        assertThat(model.version(Views.EURUSD).proxy()).isTrue();
        assertThat(model.on(last())).isEqualTo(rule(kind).on(last()));

        ModelCard card = SmallVersions.inUse(folder, kind, "EURUSD");
        aSecondPasses();

        assertThat(model.version(Views.EURUSD).version()).isEqualTo(card.version());
        assertThat(model.inUse(Views.EURUSD)).flatMap(VersionInUse::model).isPresent();
        assertThat(model.on(last())).isInstanceOfSatisfying(BarSignal.Decided.class, said -> {
            assertThat(said.version()).isEqualTo(model.version(Views.EURUSD));
            assertThat(said.version().proxy()).isFalse();
            assertThat(said.features().keySet())
                    .containsAll(kind.featureNames())
                    .contains("probability");
            assertThat(said.reasoning()).endsWith("Its report shows no edge.");
            assertThat(said.score())
                    .isInstanceOf(kind == ModelKind.RL_PPO ? BarScore.None.class : BarScore.Compared.class);
            assertThat(said.size()).isEqualTo(said.position() == PositionSignal.FLAT ? 0 : said.confidence());
        });
    }

    @ParameterizedTest
    @EnumSource
    void takenOutOfUseTheRuleDecidesAgainWithinASecond(ModelKind kind) {
        TrainedBarModel model = model(kind);
        ModelCard card = SmallVersions.inUse(folder, kind, "EURUSD");
        assertThat(model.version(Views.EURUSD).proxy()).isFalse();

        assertThat(folder.stopUsing(card.version())).isTrue();
        assertThat(model.version(Views.EURUSD).proxy()).isFalse();
        aSecondPasses();

        assertThat(model.on(last())).isEqualTo(rule(kind).on(last()));
        assertThat(model.inUse(Views.EURUSD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedVersionIsReplacedByTheRuleWhichSaysSo(ModelKind kind) throws IOException {
        TrainedBarModel model = model(kind);
        ModelCard card = SmallVersions.inUse(folder, kind, "EURUSD");
        BarSignal served = model.on(last());
        Path file = folder.path().resolve(card.version()).resolve(kind.modelFile());
        String text = Files.readString(file);

        Files.writeString(file, text + " ");
        aSecondPasses();

        BarSignal said = model.on(last());
        assertThat(said.version().proxy()).isTrue();
        assertThat(said.position()).isEqualTo(rule(kind).on(last()).position());
        assertThat(((BarSignal.Decided) said).reasoning())
                .endsWith("MODEL_UNREADABLE: the rule stands in for " + card.version() + ".");
        assertThat(model.inUse(Views.EURUSD))
                .flatMap(VersionInUse::problem)
                .hasValueSatisfying(problem -> assertThat(problem).contains("its SHA-256 differs"));
        assertThat(versions.unreadable()).containsOnlyKeys(kind + ".EURUSD.M5");

        Files.writeString(file, text);
        aSecondPasses();
        assertThat(model.on(last())).isEqualTo(served);
        assertThat(versions.unreadable()).isEmpty();
    }

    @Test
    void aNoteOfAnotherSeriesOrModelIsUnreadable() throws IOException {
        ModelCard card = SmallVersions.inUse(folder, ModelKind.ML_XGB, "EURUSD");
        Path notes = folder.path().resolve("in-use");
        Files.writeString(notes.resolve("ML_XGB.USDJPY.M5"), card.version());
        Files.writeString(notes.resolve("ML_LGBM.EURUSD.M5"), card.version());
        Files.writeString(notes.resolve("RL_PPO.EURUSD.M5"), "");

        assertThat(versions.unreadable())
                .containsEntry("ML_XGB.USDJPY.M5", "it is ML_XGB of EURUSD M5, and is used as ML_XGB of USDJPY M5")
                .containsEntry("ML_LGBM.EURUSD.M5", "it is ML_XGB of EURUSD M5, and is used as ML_LGBM of EURUSD M5")
                .containsEntry("RL_PPO.EURUSD.M5", "the name is no version")
                .hasSize(3);
        assertThat(model(ModelKind.RL_PPO).on(last()).version().proxy()).isTrue();
    }

    @Test
    void aVersionServesNoMadeUpMarketAndNoOtherTimeframe() {
        SmallVersions.inUse(folder, ModelKind.ML_LGBM, "EURUSD");
        SmallVersions.inUse(folder, ModelKind.ML_LGBM, "XAUUSD.SIM");
        TrainedBarModel model = model(ModelKind.ML_LGBM);

        assertThat(proxy(model, "EURUSD", Timeframe.M5)).isFalse();
        assertThat(proxy(model, "EURUSD.SIM", Timeframe.M5)).isTrue();
        assertThat(proxy(model, "EURUSD", Timeframe.H1)).isTrue();
        assertThat(proxy(model, "XAUUSD.SIM", Timeframe.M5)).isFalse();
        assertThat(proxy(model, "XAUUSD", Timeframe.M5)).isTrue();
        assertThat(versions.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itAbstainsWithoutRangeAndWithTooFewBars(ModelKind kind) {
        SmallVersions.inUse(folder, kind, "EURUSD");
        TrainedBarModel model = model(kind);

        assertThat(reason(model.on(Views.ofLast(WALK.last(kind.lookBack() - 1)))))
                .isEqualTo(SignalReason.NOT_ENOUGH_CANDLES.name());
        assertThat(model.on(Views.ofLast(WALK.last(kind.lookBack())))).isEqualTo(model.on(last()));
        assertThat(reason(model.on(Views.ofLast(TestCandles.flat(700, 3_884.84)))))
                .isEqualTo(SignalReason.NO_RANGE.name());
    }

    @ParameterizedTest
    @EnumSource
    void twoInstancesAndSeveralThreadsGiveTheSameAnswers(ModelKind kind) {
        SmallVersions.inUse(folder, kind, "EURUSD");
        TrainedBarModel one = model(kind);
        TrainedBarModel other =
                new TrainedBarModel(kind, rule(kind), new TrainedVersions(Optional.of(folder), System::nanoTime));
        List<Integer> bars = new ArrayList<>();
        for (int bar = 600; bar < WALK.size(); bar++) {
            bars.add(bar);
        }

        List<BarSignal> inOrder = bars.stream().map(bar -> one.on(at(bar))).toList();
        List<BarSignal> atOnce =
                bars.parallelStream().map(bar -> other.on(at(bar))).toList();

        assertThat(atOnce).isEqualTo(inOrder);
    }

    /** Its tree says 0.5744 (1 / (1 + exp(-0.3))) in the upper part of the channel, else 0.4256. */
    @Test
    void xgboostIsAsSureAsItsTradeWins() {
        SmallVersions.inUse(folder, ModelKind.ML_XGB, "EURUSD");
        TrainedBarModel model = model(ModelKind.ML_XGB);

        for (int bar = 600; bar < WALK.size(); bar++) {
            BarSignal.Decided said = (BarSignal.Decided) model.on(at(bar));
            double probability = probability(said);
            // 1.4 p - 1.2 (1 - p) is above zero from p = 0.4616 on.
            assertThat(said.lean() != 0).isEqualTo(probability > 0.5 && WALK.close(bar) != WALK.close(bar - 12));
            assertThat(said.confidence()).isCloseTo(said.lean() == 0 ? 1 - probability : probability, within(1e-12));
            if (said.lean() != 0) {
                assertThat(said.lean()).isEqualTo(Double.compare(WALK.close(bar), WALK.close(bar - 12)));
            }
        }
    }

    /** Its tree says 0.4256 or 0.5744, which the calibration makes 0.3 and 0.6. */
    @Test
    void lightGbmIsAsSureAsItsBarrierIsReachedFirst() {
        SmallVersions.inUse(folder, ModelKind.ML_LGBM, "EURUSD");
        TrainedBarModel model = model(ModelKind.ML_LGBM);
        List<Integer> leans = new ArrayList<>();

        for (int bar = 600; bar < WALK.size(); bar++) {
            BarSignal.Decided said = (BarSignal.Decided) model.on(at(bar));
            leans.add(said.lean());
            // Long brings 1.4 p - 1.2 (1 - p): 0.36 at 0.6. Short brings -1.6 p + 0.9 (1 - p): 0.15 at 0.3.
            assertThat(said.lean()).isEqualTo(probability(said) > 0.5 ? 1 : -1);
            assertThat(said.confidence()).isCloseTo(said.lean() > 0 ? 0.6 : 0.7, within(1e-9));
        }
        assertThat(leans).contains(1, -1);
    }

    @Test
    void treesAreLeftAtTheBarriersTheyWereTrainedWith() {
        BarSignal byRule = model(ModelKind.ML_LGBM).on(last());
        BarSignal policyByRule = model(ModelKind.RL_PPO).on(last());
        for (ModelKind kind : ModelKind.values()) {
            SmallVersions.inUse(folder, kind, "EURUSD");
        }
        aSecondPasses();

        assertThat(StopRanges.of(byRule)).isEqualTo(new StopRanges(2, 3));
        assertThat(StopRanges.of(policyByRule)).isEqualTo(new StopRanges(2, 3));
        assertThat(StopRanges.of(model(ModelKind.ML_LGBM).on(last()))).isEqualTo(new StopRanges(1.5, 1.5));
        assertThat(StopRanges.of(model(ModelKind.ML_XGB).on(last()))).isEqualTo(new StopRanges(1.5, 1.5));
        assertThat(StopRanges.of(model(ModelKind.RL_PPO).on(last()))).isEqualTo(new StopRanges(2, 3));
    }

    @Test
    void aFolderThatIsNotThereOrNotNamedLeavesEverythingToTheRules() {
        TrainedVersions nowhere =
                new TrainedVersions(Optional.of(new ModelFolder(folder.path().resolve("none"))), () -> nanos);

        assertThat(nowhere.find(ModelKind.ML_XGB, Views.EURUSD)).isEmpty();
        assertThat(nowhere.unreadable()).isEmpty();
        assertThat(nowhere.report("xgb-eurusd")).isEmpty();
        assertThat(new TrainedVersions(Optional.empty(), () -> nanos).find(ModelKind.ML_XGB, Views.EURUSD))
                .isEmpty();
    }

    @Test
    void aFolderThatCannotBeReadIsUnreadableToo() throws IOException {
        Files.createDirectories(folder.path().resolve("in-use").resolve("ML_XGB.EURUSD.M5"));

        assertThat(versions.find(ModelKind.ML_XGB, Views.EURUSD))
                .flatMap(VersionInUse::problem)
                .hasValueSatisfying(problem -> assertThat(problem).contains("cannot be read"));
        assertThat(model(ModelKind.ML_XGB).on(last()).version().proxy()).isTrue();
        assertThat(versions.unreadable()).isNotEmpty();
    }

    private void aSecondPasses() {
        nanos += Duration.ofSeconds(1).toNanos();
    }

    private TrainedBarModel model(ModelKind kind) {
        return new TrainedBarModel(kind, rule(kind), versions);
    }

    private static BarModel rule(ModelKind kind) {
        return switch (kind) {
            case RL_PPO -> new MomentumModel(MomentumModel.Measure.NORMALISED);
            case ML_XGB -> new FactorModel(FactorRule.XGB);
            case ML_LGBM -> new FactorModel(FactorRule.LGBM);
        };
    }

    private static boolean proxy(TrainedBarModel model, String symbol, Timeframe timeframe) {
        return model.version(new SeriesKey(symbol, timeframe)).proxy();
    }

    private static double probability(BarSignal.Decided said) {
        return said.features().getOrDefault("probability", Double.NaN);
    }

    private static String reason(BarSignal said) {
        return ((BarSignal.Abstained) said).reason().code();
    }

    private static BarView last() {
        return at(WALK.size() - 1);
    }

    private static BarView at(int bar) {
        return new BarView(Views.EURUSD, ClosedBars.of(WALK), bar, List.of(), Opinion.missing(SignalReason.NO_OPINION));
    }
}
