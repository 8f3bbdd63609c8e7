package dev.tradesuite.launcher.backup;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.home.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup under another name, and gives it its own when it is whole and on the disk. */
final class BackupWriter implements AutoCloseable {

    private final Path file;
    private final Path fresh;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    private BackupWriter(Path file, Path fresh, ZipOutputStream zip) {
        this.file = file;
        this.fresh = fresh;
        this.zip = zip;
    }

    /** What an entry is written with. */
    interface Content {

        void writeTo(OutputStream out) throws Exception;
    }

    /** Begins a backup that only its owner can read; the file must not exist. */
    static BackupWriter begin(Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new SuiteException("%s is there already; choose another name".formatted(target));
        }
        Path fresh = PrivateFiles.create(target.resolveSibling(target.getFileName() + ".part"));
        ZipOutputStream zip = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(fresh, StandardOpenOption.WRITE)),
                StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        return new BackupWriter(target, fresh, zip);
    }

    /** Adds an entry and notes its checksum. */
    void add(String name, Content content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        zip.putNextEntry(new ZipEntry(name));
        content.writeTo(new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, java.util.HexFormat.of().formatHex(digest.digest())));
    }

    /** The entries added so far. */
    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds the manifest, waits for the disk and gives the file its name. */
    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(Manifest.JSON.writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.close();
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves nothing behind when it was not finished. */
    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** What writes an entry may close its stream; the file stays open for the next one. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
