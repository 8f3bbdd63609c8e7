package dev.tradesuite.learning.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The notes of a model folder, one file for each model, symbol and timeframe with a version in use. */
record ModelNotes(Path models) {

    static final String FOLDER = "in-use";

    /** Whoever reads it meanwhile reads the old text or the new one. */
    void write(ModelCard card) {
        Path note = file(ModelNote.nameOf(
                card.model(), card.origin().symbol(), card.origin().timeframe()));
        try {
            Files.createDirectories(folder());
            Path made = models.resolve(".note-" + UUID.randomUUID());
            Files.writeString(made, card.version() + "\n");
            try {
                Files.move(made, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(made, note, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written".formatted(note), e);
        }
    }

    Optional<ModelNote> find(ModelKind kind, String symbol, String timeframe) {
        Path note = file(ModelNote.nameOf(kind, symbol, timeframe));
        try {
            return Optional.of(new ModelNote(
                    kind,
                    ModelNote.symbolOf(symbol),
                    timeframe,
                    Files.readString(note).strip(),
                    Files.getLastModifiedTime(note).toInstant()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(note), e);
        }
    }

    /** All of them, in the order of their names; files that are no notes are left out. */
    List<ModelNote> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder())) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .flatMap(name -> named(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be read".formatted(folder()), e);
        }
    }

    /** Takes it away; the rule stands in again. */
    void delete(ModelNote note) {
        try {
            Files.deleteIfExists(file(note.name()));
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be taken out of use".formatted(note.version()), e);
        }
    }

    /** A symbol may have points itself, such as that of a made-up market. */
    private Optional<ModelNote> named(String name) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        if (first < 0 || last == first) {
            return Optional.empty();
        }
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.name().equals(name.substring(0, first)))
                .findFirst()
                .flatMap(kind -> find(kind, name.substring(first + 1, last), name.substring(last + 1)));
    }

    private Path folder() {
        return models.resolve(FOLDER);
    }

    private Path file(String name) {
        return folder().resolve(name);
    }
}
