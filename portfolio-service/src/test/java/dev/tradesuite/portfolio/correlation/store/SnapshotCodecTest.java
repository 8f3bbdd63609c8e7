package dev.tradesuite.portfolio.correlation.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotCodecTest {

    @Test
    void readsWhatItWrote() {
        CorrelationSnapshot snapshot = snapshot(5, 7);

        CorrelationSnapshot read =
                SnapshotCodec.decode(SnapshotCodec.encode(snapshot)).orElseThrow();

        assertThat(read).usingRecursiveComparison().ignoringFields("pairs").isEqualTo(snapshot);
        assertThat(read.pairs().triangle()).isEqualTo(snapshot.pairs().triangle());
        assertThat(read.pairs().fewest()).isEqualTo(snapshot.pairs().fewest());
        assertThat(read.pairs().get(0, 1)).isEmpty();
        assertThat(read.pairs().observations(0, 1)).isEqualTo(3);
    }

    /** 100 x 99 / 2 pairs of 8 bytes are 39,600; the header has codes of 9 letters and two bytes each. */
    @Test
    void hundredStrategiesAreTheirTriangleAndASmallHeader() {
        assertThat(SnapshotCodec.encode(snapshot(100, 1)).length).isBetween(39_600, 39_600 + 1_500);
    }

    @Test
    void nothingIsReadOfOtherBytes() {
        byte[] bytes = SnapshotCodec.encode(snapshot(5, 7));
        byte[] otherForm = bytes.clone();
        otherForm[3]++;

        assertThat(SnapshotCodec.decode(new byte[0])).isEmpty();
        assertThat(SnapshotCodec.decode("something else altogether".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(SnapshotCodec.decode(otherForm)).isEmpty();
        for (int length = 1; length < bytes.length; length++) {
            assertThat(SnapshotCodec.decode(Arrays.copyOf(bytes, length))).isEmpty();
        }
    }

    @Test
    void damagedHeaderIsNotBelieved() {
        byte[] bytes = SnapshotCodec.encode(snapshot(5, 7));
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);

            // Nothing is thrown, whatever it is.
            assertThat(SnapshotCodec.decode(damaged)).isNotNull();
        }
    }

    private static CorrelationSnapshot snapshot(int size, long version) {
        Random random = new Random(size);
        double[] triangle = new double[PairCorrelations.pairs(size)];
        Arrays.setAll(triangle, i -> i == 0 ? Double.NaN : 2 * random.nextDouble() - 1);
        int[] observations = new int[triangle.length];
        Arrays.setAll(observations, i -> i == 0 ? 3 : 60);
        return new CorrelationSnapshot(
                version,
                Instant.parse("2026-03-31T12:00:00.123Z"),
                new CorrelationSnapshot.Basis(
                        CorrelationWindow.DAYS_90,
                        CorrelationEstimator.SAMPLE,
                        List.of(RunLabel.PAPER),
                        Optional.of(new CorrelationSnapshot.Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31))),
                        true,
                        List.of("NEW")),
                IntStream.range(0, size).mapToObj(i -> "CODE-%04d".formatted(i)).toList(),
                PairCorrelations.ofTriangle(size, triangle, observations),
                new CorrelationSnapshot.Figures(
                        OptionalDouble.empty(), OptionalDouble.of(0.3), OptionalDouble.of(1.4), OptionalDouble.of(3)));
    }
}
