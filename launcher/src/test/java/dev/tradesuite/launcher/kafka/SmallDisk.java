package dev.tradesuite.launcher.kafka;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A folder that is a file system of its own with little room, where the machine lets this user mount one. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Mounts it; the test is skipped where that is not allowed. */
    public static SmallDisk mountedAt(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString()))
                .as("only a user who may mount can have a disk that is full")
                .isTrue();
        return new SmallDisk(folder);
    }

    /** Writes until there is no room for one more byte. */
    public void fill() throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream file = Files.newOutputStream(filler)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException e) {
            assumeThat(e).as("the disk is full").hasMessageContaining("space");
        }
    }

    /** Changes one bit of a file; that needs no room. */
    public static void flipBit(Path file, long place) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer found = ByteBuffer.allocate(1);
            open.read(found, place);
            open.write(ByteBuffer.wrap(new byte[] {(byte) (found.get(0) ^ 1)}), place);
        }
    }

    /** Gives the room back. */
    public void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException {
        try {
            // Lazily: whoever still has a file open there keeps it until it closes it.
            run("umount", "-l", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the disk was given back");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
