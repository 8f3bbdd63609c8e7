package dev.tradesuite.launcher.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * New data that takes the place of that of a state folder, all of it or none.
 *
 * <p>It is made beside the old data. When it is whole a note says so; from then on the exchange is finished by whoever
 * comes next, however often it is cut short, and before that nothing has been touched. What was there is kept in a
 * folder beside it.
 */
public final class StagedState {

    private static final String FOLDER = "staged";
    private static final String NOTE = "whole";
    private static final String REPLACED = "replaced-";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final SuiteHome home;
    private final Path folder;

    private StagedState(SuiteHome home) {
        this.home = home;
        this.folder = home.folder().resolve(FOLDER);
    }

    /** Begins anew; what an earlier attempt left half done is deleted. Call it only while no launcher runs there. */
    public static StagedState begin(SuiteHome home) throws IOException {
        finish(home);
        StagedState staged = new StagedState(home);
        deleteTree(staged.folder);
        staged.home().prepare();
        return staged;
    }

    /** Where the new data is made. */
    public SuiteHome home() {
        return new SuiteHome(folder);
    }

    /**
     * Puts the new data in its place.
     *
     * @return where the old data is now, if there was any
     */
    public Optional<Path> commit(Instant now) throws IOException {
        Path note = folder.resolve(NOTE);
        PrivateFiles.write(note, unusedName(now));
        try (FileChannel channel = FileChannel.open(note, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return finish(home);
    }

    private String unusedName(Instant now) {
        String name = REPLACED + NAME.format(now);
        String unused = name;
        for (int number = 2; Files.exists(home.folder().resolve(unused)); number++) {
            unused = "%s-%d".formatted(name, number);
        }
        return unused;
    }

    /** Gives up; the old data has not been touched. */
    public void discard() throws IOException {
        deleteTree(folder);
    }

    /**
     * Ends an exchange that was decided on and cut short; does nothing otherwise.
     *
     * @return where the old data is now, if there was any
     */
    public static Optional<Path> finish(SuiteHome home) throws IOException {
        StagedState staged = new StagedState(home);
        String name;
        try {
            name = Files.readString(staged.folder.resolve(NOTE)).strip();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        Path replaced = home.folder().resolve(name);
        for (Path item : items(home)) {
            staged.exchange(item, replaced);
        }
        // The note goes last: whatever is still there besides has no use.
        deleteAllBut(staged.folder, NOTE);
        deleteTree(staged.folder);
        return Files.exists(replaced) ? Optional.of(replaced) : Optional.empty();
    }

    /** What makes up the data of a state folder, relative to it. */
    private static List<Path> items(SuiteHome home) {
        return Stream.of(home.postgres().resolve("data"), home.kafka(), home.secrets(), home.signingKey())
                .map(home.folder()::relativize)
                .toList();
    }

    private void exchange(Path item, Path replaced) throws IOException {
        Path fresh = folder.resolve(item);
        Path current = home.folder().resolve(item);
        Path old = replaced.resolve(item);
        if (Files.notExists(fresh)) {
            return;
        }
        // An empty folder, as commands make it, is nothing to keep; and what was put aside already stays as it is.
        if (Files.exists(current) && !isEmptyFolder(current) && Files.notExists(old)) {
            Files.createDirectories(old.getParent());
            PrivateFiles.restrictFolder(replaced, true);
            Files.move(current, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void deleteAllBut(Path folder, String name) throws IOException {
        List<Path> others;
        try (Stream<Path> found = Files.list(folder)) {
            others = found.filter(path -> !path.endsWith(name)).toList();
        }
        for (Path other : others) {
            deleteTree(other);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
