package dev.tradesuite.launcher.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that only their owner may read, whole or not at all. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PASSAGE = PosixFilePermissions.fromString("rwx--x--x");

    private PrivateFiles() {}

    /** Replaces the file by the text. A reader sees the old text or the new one, never a part. */
    public static void write(Path file, String text) throws IOException {
        FileAttribute<?> permissions = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Path fresh =
                Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", ".new", permissions);
        try {
            Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes an empty file, in place of one that is there. */
    public static Path create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /** Makes a folder, unless it is there. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            restrictFolder(folder, false);
        }
    }

    /** Takes from everybody but the owner the right to read a file. */
    static void restrict(Path file) throws IOException {
        Files.setPosixFilePermissions(file, OWNER_ONLY);
    }

    /**
     * Takes from everybody but the owner the right to use a folder.
     *
     * @param passage whether others may still pass through it, to something below that is theirs
     */
    static void restrictFolder(Path folder, boolean passage) throws IOException {
        Files.setPosixFilePermissions(folder, passage ? PASSAGE : OWNER_ONLY_FOLDER);
    }
}
