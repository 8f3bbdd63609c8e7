package dev.tradesuite.portfolio.correlation.store;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Correlations as bytes: a header with form, version, time, basis, figures, codes and the pairs that have none, then
 * the upper triangle as doubles, row by row, big-endian.
 *
 * <p>Of a pair that has a correlation the header keeps no number of common days, but the least of all of them; a
 * decoded snapshot has that for each. 100 strategies are 39,600 bytes of triangle; compression would save 4 %.
 */
public final class SnapshotCodec {

    private static final int FORM = 0x54534302;
    private static final long NO_DAY = Long.MIN_VALUE;
    private static final int MOST = 10_000;

    private SnapshotCodec() {}

    /** Writes a snapshot. */
    public static byte[] encode(CorrelationSnapshot snapshot) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeLong(snapshot.version());
            out.writeLong(snapshot.asOf().toEpochMilli());
            writeBasis(out, snapshot.basis());
            writeFigures(out, snapshot.figures());
            writeTexts(out, snapshot.codes());
            writeAbsent(out, snapshot.pairs());
            double[] triangle = snapshot.pairs().triangle();
            ByteBuffer buffer = ByteBuffer.allocate(triangle.length * Double.BYTES);
            buffer.asDoubleBuffer().put(triangle);
            out.write(buffer.array());
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a snapshot; empty when the bytes are not what this build writes. */
    public static Optional<CorrelationSnapshot> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORM) {
                return Optional.empty();
            }
            long version = in.readLong();
            Instant asOf = Instant.ofEpochMilli(in.readLong());
            CorrelationSnapshot.Basis basis = basis(in);
            CorrelationSnapshot.Figures figures = figures(in);
            List<String> codes = texts(in);
            return Optional.of(new CorrelationSnapshot(version, asOf, basis, codes, pairs(in, codes.size()), figures));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static void writeBasis(DataOutputStream out, CorrelationSnapshot.Basis basis) throws IOException {
        out.writeUTF(basis.window().name());
        out.writeUTF(basis.estimator().name());
        writeTexts(out, basis.labels().stream().map(RunLabel::name).toList());
        out.writeLong(basis.days().map(days -> days.from().toEpochDay()).orElse(NO_DAY));
        out.writeLong(basis.days().map(days -> days.to().toEpochDay()).orElse(NO_DAY));
        out.writeBoolean(basis.partial());
        writeTexts(out, basis.withoutReturns());
    }

    private static CorrelationSnapshot.Basis basis(DataInputStream in) throws IOException {
        CorrelationWindow window = CorrelationWindow.valueOf(in.readUTF());
        CorrelationEstimator estimator = CorrelationEstimator.valueOf(in.readUTF());
        List<RunLabel> labels = texts(in).stream().map(RunLabel::valueOf).toList();
        long from = in.readLong();
        long to = in.readLong();
        Optional<CorrelationSnapshot.Days> days = from == NO_DAY
                ? Optional.empty()
                : Optional.of(new CorrelationSnapshot.Days(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
        return new CorrelationSnapshot.Basis(window, estimator, labels, days, in.readBoolean(), texts(in));
    }

    private static void writeFigures(DataOutputStream out, CorrelationSnapshot.Figures figures) throws IOException {
        out.writeDouble(figures.shrinkage().orElse(Double.NaN));
        out.writeDouble(figures.average().orElse(Double.NaN));
        out.writeDouble(figures.diversificationRatio().orElse(Double.NaN));
        out.writeDouble(figures.effectiveBets().orElse(Double.NaN));
    }

    private static CorrelationSnapshot.Figures figures(DataInputStream in) throws IOException {
        return new CorrelationSnapshot.Figures(
                known(in.readDouble()), known(in.readDouble()), known(in.readDouble()), known(in.readDouble()));
    }

    /** The least common days of known pairs; then where pairs without a correlation stand, and their common days. */
    private static void writeAbsent(DataOutputStream out, PairCorrelations pairs) throws IOException {
        out.writeInt(pairs.fewest());
        List<int[]> absent = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            for (int j = i + 1; j < pairs.size(); j++) {
                if (pairs.get(i, j).isEmpty()) {
                    absent.add(new int[] {PairCorrelations.index(pairs.size(), i, j), pairs.observations(i, j)});
                }
            }
        }
        out.writeInt(absent.size());
        for (int[] one : absent) {
            out.writeInt(one[0]);
            out.writeInt(one[1]);
        }
    }

    private static PairCorrelations pairs(DataInputStream in, int size) throws IOException {
        int[] observations = new int[PairCorrelations.pairs(size)];
        Arrays.fill(observations, in.readInt());
        int absent = in.readInt();
        for (int i = 0; i < absent; i++) {
            observations[in.readInt()] = in.readInt();
        }
        byte[] bytes = in.readAllBytes();
        if (bytes.length != observations.length * Double.BYTES) {
            throw new IOException("the triangle is not of %d strategies".formatted(size));
        }
        double[] triangle = new double[observations.length];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(triangle);
        return PairCorrelations.ofTriangle(size, triangle, observations);
    }

    private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("%d texts".formatted(count));
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
