package dev.tradesuite.launcher.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one launcher that runs on a state folder. The operating system frees it however the process ends. */
public final class RunLock implements AutoCloseable {

    /**
     * Locks of this JVM. They are checked first, because closing a second channel on a file can free the lock that the
     * first one holds.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or nothing when another launcher holds it. */
    public static Optional<RunLock> tryTake(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new RunLock(path, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                HELD_HERE.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Whether a launcher holds the lock now. */
    public static boolean isHeld(Path file) throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        Optional<RunLock> taken = tryTake(file);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isEmpty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
