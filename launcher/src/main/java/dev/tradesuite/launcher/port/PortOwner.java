package dev.tradesuite.launcher.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Finds the process that listens on a port, as far as the operating system tells.
 *
 * <p>Linux: {@code /proc/net/tcp} gives the socket, and {@code /proc/<pid>/fd} the process that holds it; processes of
 * other users stay unknown. Elsewhere: {@code lsof}, where it is installed.
 */
public final class PortOwner {

    private static final String LISTENING = "0A";
    private static final Path PROC = Path.of("/proc");

    private PortOwner() {}

    /** The process that listens on the port. */
    public static Optional<ProcessHandle> of(int port) {
        return (Files.isReadable(PROC.resolve("net/tcp")) ? fromProc(port) : fromLsof(port)).flatMap(ProcessHandle::of);
    }

    /** The owner in words, such as {@code java (process 4711)}; "another process" when it is not known. */
    public static String describe(int port) {
        return of(port).map(PortOwner::describe).orElse("another process");
    }

    private static String describe(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("a program");
        return "%s (process %d)".formatted(command, process.pid());
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listeningSockets(PROC.resolve(table), port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOneOf(process, sockets)) {
                    return Optional.of(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (IOException _) {
            // Without the list of processes the owner stays unknown.
        }
        return Optional.empty();
    }

    /** Reads lines like {@code 0: 0100007F:1F40 00000000:0000 0A ... inode}; the port is hexadecimal. */
    static Set<String> listeningSockets(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                List<String> fields = List.of(line.strip().split("\\s+"));
                if (fields.size() > 9
                        && fields.get(1).endsWith(suffix)
                        && fields.get(3).equals(LISTENING)) {
                    sockets.add("socket:[" + fields.get(9) + "]");
                }
            }
        } catch (IOException _) {
            // A table that is missing, such as tcp6 on a machine without IPv6, holds no socket.
        }
        return sockets;
    }

    private static boolean holdsOneOf(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException _) {
            // A process of another user, or one that has just ended.
        }
        return false;
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-t", "-sTCP:LISTEN", "-iTCP:" + port)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            lsof.waitFor(2, TimeUnit.SECONDS);
            return answer.lines().findFirst().map(Long::valueOf);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
