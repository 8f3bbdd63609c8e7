package dev.tradesuite.launcher.kafka;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MutableRecordBatch;

/**
 * Which batches of a segment are whole, by Kafka's own checksum of each.
 *
 * @param segment the file
 * @param size its length
 * @param whole where the batches that are whole stand, in the order of the file
 */
record SegmentScan(Path segment, long size, List<Part> whole) {

    /** Offset and length, which every batch begins with. */
    private static final int PREFIX = 12;

    /** Where a batch says how long the rest of it is. */
    private static final int LENGTH_AT = 8;

    /** What a batch has behind its prefix when it holds no record. */
    private static final int SHORTEST = 49;

    SegmentScan {
        whole = List.copyOf(whole);
    }

    /**
     * A part of the file.
     *
     * @param from position of its first byte
     * @param length number of bytes
     */
    record Part(long from, int length) {

        long end() {
            return from + length;
        }
    }

    /** Reads the whole file. A batch whose length cannot be right hides all that come after it. */
    static SegmentScan of(Path segment) throws IOException {
        List<Part> whole = new ArrayList<>();
        try (FileChannel file = FileChannel.open(segment)) {
            long size = file.size();
            long position = 0;
            long after = -1;
            Optional<Part> part = partAt(file, position);
            while (part.isPresent()) {
                Optional<MutableRecordBatch> batch = batch(file, part.get());
                if (batch.isPresent() && batch.get().baseOffset() > after) {
                    whole.add(part.get());
                    after = batch.get().lastOffset();
                }
                position = part.get().end();
                part = partAt(file, position);
            }
            return new SegmentScan(segment, size, whole);
        }
    }

    boolean isWhole() {
        return lostBytes() == 0;
    }

    /** Number of bytes that belong to no whole batch. */
    long lostBytes() {
        return size - whole.stream().mapToLong(Part::length).sum();
    }

    /** Whether something whole stands behind something that is not; else only the end was not written to its end. */
    boolean hasGap() {
        long expected = 0;
        for (Part part : whole) {
            if (part.from() != expected) {
                return true;
            }
            expected = part.end();
        }
        return false;
    }

    /** Writes what is whole to a new file. */
    void copyTo(Path target) throws IOException {
        try (FileChannel from = FileChannel.open(segment);
                FileChannel to = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Part part : whole) {
                to.write(read(from, part));
            }
            to.force(true);
        }
    }

    private static Optional<Part> partAt(FileChannel file, long position) throws IOException {
        if (file.size() - position < PREFIX + SHORTEST) {
            return Optional.empty();
        }
        int length = read(file, new Part(position, PREFIX)).getInt(LENGTH_AT);
        return length < SHORTEST || length > file.size() - position - PREFIX
                ? Optional.empty()
                : Optional.of(new Part(position, PREFIX + length));
    }

    private static Optional<MutableRecordBatch> batch(FileChannel file, Part part) throws IOException {
        try {
            Iterator<MutableRecordBatch> batches =
                    MemoryRecords.readableRecords(read(file, part)).batches().iterator();
            MutableRecordBatch batch = batches.next();
            batch.ensureValid();
            return Optional.of(batch);
        } catch (CorruptRecordException _) {
            return Optional.empty();
        }
    }

    private static ByteBuffer read(FileChannel file, Part part) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        while (bytes.hasRemaining() && file.read(bytes, part.from() + bytes.position()) >= 0) {
            // Until the part is there.
        }
        return bytes.flip();
    }
}
