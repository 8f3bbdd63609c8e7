package dev.tradesuite.risk.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.quant.returns.AlignedPrices;
import dev.tradesuite.quant.returns.PriceHistory;
import dev.tradesuite.risk.check.CorrelationSource.Window;
import dev.tradesuite.risk.check.Correlations;
import dev.tradesuite.risk.check.PairCorrelation;
import dev.tradesuite.risk.check.ReturnPeriod;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrelationBookTest {

    private static final ReturnPeriod D1 = new ReturnPeriod("D1", Duration.ofDays(1));
    private static final ReturnPeriod H1 = new ReturnPeriod("H1", Duration.ofHours(1));

    private final FixedClock clock = FixedClock.at("2026-03-04T10:00:00Z");
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Closes closes = new Closes();
    private final CorrelationBook book = new CorrelationBook(
            closes,
            new CorrelationRules(
                    D1, 3, 2, Duration.ofDays(36_500), Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofDays(1)),
            clock,
            16,
            background::add);

    @Test
    void pairIsFetchedOnceWhicheverWayRoundItIsAskedFor() {
        assertThat(ask("EURUSD", "GBPUSD")).isInstanceOf(PairCorrelation.Known.class);
        assertThat(ask("GBPUSD", "EURUSD")).isInstanceOf(PairCorrelation.Known.class);

        assertThat(closes.asked).containsExactly("EURUSD GBPUSD D1 null 4");
    }

    @Test
    void nothingIsConcludedFromWhatIsNotAtHand() {
        List<Boolean> complete = new ArrayList<>();

        book.conclude(Window.NEWEST, known -> {
            known.between("EURUSD", "GBPUSD");
            known.between("EURUSD", "USDJPY");
            complete.add(known.isComplete());
            return known;
        });

        assertThat(complete).containsExactly(false, true);
        assertThat(closes.asked).hasSize(2);
    }

    @Test
    void conclusionThatKeepsAskingForMoreEnds() {
        int[] round = {0};

        PairCorrelation last = book.conclude(Window.NEWEST, known -> {
            round[0]++;
            return known.between("EURUSD", "X" + round[0]);
        });

        assertThat(round[0]).isEqualTo(3);
        assertThat(last).isEqualTo(new PairCorrelation.Missing("not at hand yet"));
    }

    @Test
    void oldCorrelationIsGivenAtOnceAndRenewedBehindTheScenes() {
        ask("EURUSD", "GBPUSD");
        clock.advance(Duration.ofHours(1));
        closes.second = new double[] {4, 2, 1, 2};

        assertThat(value(ask("EURUSD", "GBPUSD"))).isPositive();
        ask("EURUSD", "GBPUSD");
        assertThat(background).as("one renewal, however often it is asked for").hasSize(1);

        background.remove().run();
        assertThat(value(ask("EURUSD", "GBPUSD"))).isNegative();
        assertThat(background).isEmpty();
    }

    @Test
    void unavailableClosesAreMissingAndAskedForAgainAfterAWhile() {
        closes.unavailable = true;

        assertThat(ask("EURUSD", "GBPUSD")).isEqualTo(new PairCorrelation.Missing("brain-service is away"));
        ask("EURUSD", "GBPUSD");
        assertThat(closes.asked).hasSize(1);

        closes.unavailable = false;
        clock.advance(Duration.ofSeconds(30));
        assertThat(ask("EURUSD", "GBPUSD")).isInstanceOf(PairCorrelation.Known.class);
    }

    @Test
    void candlesThatAreImportedLaterAreSoonSeen() {
        double[] all = closes.second;
        closes.second = new double[0];
        assertThat(ask("EURUSD", "GBPUSD")).isEqualTo(new PairCorrelation.Missing("0 common returns of 2 needed"));

        closes.second = all;
        clock.advance(Duration.ofSeconds(30));
        ask("EURUSD", "GBPUSD");
        background.remove().run();

        assertThat(ask("EURUSD", "GBPUSD")).isInstanceOf(PairCorrelation.Known.class);
    }

    @Test
    void knownCorrelationSurvivesAnOutageForAsLongAsItMayBeOld() {
        ask("EURUSD", "GBPUSD");
        closes.unavailable = true;
        clock.advance(Duration.ofHours(23));

        ask("EURUSD", "GBPUSD");
        background.remove().run();
        assertThat(ask("EURUSD", "GBPUSD")).isInstanceOf(PairCorrelation.Known.class);
        assertThat(background).as("nobody is asked again for a while").isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(ask("EURUSD", "GBPUSD")).isEqualTo(new PairCorrelation.Missing("brain-service is away"));
    }

    @Test
    void momentAndTimeframeAreAskedForAsStated() {
        Instant then = Instant.parse("2025-01-01T00:00:00Z");

        book.conclude(new Window(H1, then), known -> known.between("EURUSD", "GBPUSD"));
        // Until the next hour is over there are no other closes.
        book.conclude(new Window(H1, then.plusSeconds(3599)), known -> known.between("EURUSD", "GBPUSD"));

        assertThat(closes.asked).containsExactly("EURUSD GBPUSD H1 2025-01-01T00:00:00Z 4");
        ask("EURUSD", "GBPUSD");
        assertThat(closes.asked).hasSize(2);
    }

    @Test
    void noMorePairsAreKeptThanSet() {
        List<String> others = IntStream.range(0, 40).mapToObj(i -> "X" + i).toList();
        others.forEach(other -> ask("EURUSD", other));
        int asked = closes.asked.size();

        others.forEach(other -> ask("EURUSD", other));

        // 16 are kept, so at least 24 are fetched again.
        assertThat(closes.asked.size() - asked).isGreaterThanOrEqualTo(24);
    }

    private PairCorrelation ask(String symbol, String other) {
        return book.conclude(Window.NEWEST, (Correlations known) -> known.between(symbol, other));
    }

    private static double value(PairCorrelation correlation) {
        return ((PairCorrelation.Known) correlation).value();
    }

    private static final class Closes implements CloseSource {

        private final List<String> asked = new ArrayList<>();
        private double[] second = {1, 2, 4, 2};
        private boolean unavailable;

        @Override
        public AlignedPrices closes(SymbolPair pair, ReturnPeriod period, @Nullable Instant asOf, int most)
                throws UnavailableException {
            asked.add("%s %s %s %s %d".formatted(pair.first(), pair.second(), period.name(), asOf, most));
            if (unavailable) {
                throw new UnavailableException("brain-service is away", new IllegalStateException());
            }
            return AlignedPrices.of(history(new double[] {1, 2, 5, 1}), history(second));
        }

        private static PriceHistory history(double[] prices) {
            return PriceHistory.of(LongStream.range(0, prices.length).toArray(), prices);
        }
    }
}
