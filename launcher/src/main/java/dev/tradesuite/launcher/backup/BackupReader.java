package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a backup; what is damaged is refused before anything of it is used. */
final class BackupReader implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a backup and reads all of it once, to compare every checksum. */
    static BackupReader open(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new SuiteException("there is no file %s".formatted(file));
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            boolean whole = false;
            try {
                BackupReader reader = new BackupReader(file, zip, manifest(file, zip));
                reader.verify();
                whole = true;
                return reader;
            } finally {
                if (!whole) {
                    zip.close();
                }
            }
        } catch (ZipException | NoSuchFileException e) {
            throw damaged(file, "it ends early or is no backup", e);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw damaged(file, "it has no " + Manifest.NAME, null);
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Manifest.JSON.readValue(in, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(file, Manifest.NAME + " cannot be read", e);
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw new SuiteException(
                    "%s has the format %d of suite %s, and this build reads format %d; restore it with the build that made it, or a newer one"
                            .formatted(file, manifest.format(), manifest.build(), Manifest.FORMAT));
        }
        return manifest;
    }

    private void verify() throws IOException {
        for (Manifest.Entry entry : manifest.files()) {
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(stream(entry.name()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw damaged(file, "the checksum of %s is wrong".formatted(entry.name()), null);
            }
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** The content of an entry that must be there. */
    InputStream stream(String name) throws IOException {
        return find(name).orElseThrow(() -> damaged(file, name + " is missing in it", null));
    }

    /** The content of an entry that may be absent. */
    Optional<InputStream> find(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static SuiteException damaged(Path file, String how, @Nullable Throwable cause) {
        return new SuiteException("%s is damaged: %s; use another backup".formatted(file, how), cause);
    }
}
