package dev.tradesuite.launcher.home;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Every path in the state folder.
 *
 * @param folder the state folder, {@code .suite} by default
 */
public record SuiteHome(Path folder) {

    public SuiteHome {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** The log of a part. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return folder.resolve("run");
    }

    public Path secrets() {
        return folder.resolve("secrets.properties");
    }

    public Path signingKey() {
        return folder.resolve("issuer-key.json");
    }

    public Path lock() {
        return run().resolve("lock");
    }

    public Path state() {
        return run().resolve("suite.json");
    }

    /** Makes the folders that are missing and proves that all of them can be written. */
    public void prepare() {
        for (Path path : List.of(folder, logs(), run(), postgres(), kafka())) {
            try {
                Files.createDirectories(path);
                PrivateFiles.restrictFolder(path, path.equals(folder));
                Files.delete(Files.createTempFile(path, "write-", ".tmp"));
            } catch (IOException e) {
                throw new SuiteException(
                        "%s cannot be written (%s); make it writable for the user %s, or choose another folder with --set state=FOLDER"
                                .formatted(path, reason(e), System.getProperty("user.name")),
                        e);
            }
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.FileAlreadyExistsException _ -> "a file is in its place";
            case java.nio.file.FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
