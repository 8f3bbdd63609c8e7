package dev.tradesuite.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The account PostgreSQL runs as. It refuses to run as root.
 *
 * <p>For root there are two ways out. A user namespace in which root is an ordinary number keeps the files root's own,
 * so it works in folders that only root can enter; containers often forbid it. Then the server runs as the account
 * {@code nobody}, which must be able to reach the folder.
 *
 * @param prefix words before the command that lead to the account
 * @param ownedByNobody whether the folder of the server has to belong to {@code nobody}
 */
record OsAccount(List<String> prefix, boolean ownedByNobody) {

    private static final int NOBODY_ID = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");

    /** The account to use on this machine for a server below that folder. */
    static OsAccount forFolder(Path folder) {
        if (!isRoot()) {
            return new OsAccount(List.of(), false);
        }
        if (works(NAMESPACE, "true")) {
            return new OsAccount(NAMESPACE, false);
        }
        if (works(NOBODY, "test", "-x", folder.resolve("..").toString())) {
            return new OsAccount(NOBODY, true);
        }
        throw new SuiteException(
                "PostgreSQL does not run as root, and neither unshare nor the account nobody can be used for %s; start the suite as an ordinary user"
                        .formatted(folder));
    }

    /** Whether this process may do everything, which the server does not want to. */
    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    /** Gives the folder to the account that will use it, where that is not the one that made it. */
    void own(Path folder) throws IOException {
        if (!ownedByNobody) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                return give(path);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                return give(path);
            }

            private FileVisitResult give(Path path) throws IOException {
                Files.setAttribute(path, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean works(List<String> prefix, String... command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(command));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
