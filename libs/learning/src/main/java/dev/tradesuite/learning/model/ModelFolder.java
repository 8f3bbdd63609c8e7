package dev.tradesuite.learning.model;

import dev.tradesuite.learning.ModelFormatException;
import dev.tradesuite.learning.report.ReportPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder with the model versions, one folder each, and with notes that say which are in use:
 * {@code in-use/ML_XGB.EURUSD.M5} has the name of a version. A model is used for the symbol and timeframe it was
 * trained on.
 *
 * <p>A version appears whole or not at all, and never changes. Safe to use by several processes.
 *
 * @param path the folder; it need not exist for reading
 */
public record ModelFolder(Path path) {

    private static final String REPORT = "report.html";

    /** Writes a new version; one of the same model and bars is there already and stays. Returns its card. */
    public ModelCard write(ModelDraft draft) {
        byte[] model = draft.text().getBytes(StandardCharsets.UTF_8);
        List<ModelCard.HashedFile> files = new ArrayList<>();
        files.add(new ModelCard.HashedFile(draft.kind().modelFile(), Digests.of(model)));
        byte[] rules = draft.rules() == null ? new byte[0] : ModelJson.write(draft.rules());
        if (draft.rules() != null) {
            files.add(new ModelCard.HashedFile(ModelReader.RULES, Digests.of(rules)));
        }
        ModelCard card = new ModelCard(
                ModelVersions.nameOf(draft, files),
                draft.kind(),
                draft.createdAt(),
                draft.origin(),
                draft.recipe(),
                files,
                draft.report());
        Path target = path.resolve(card.version());
        if (Files.isDirectory(target)) {
            return ModelReader.card(target);
        }
        try {
            Files.createDirectories(path);
            // Readable for others, unlike a temporary folder: a brain in a container is another user.
            Path made = Files.createDirectory(path.resolve(".new-" + UUID.randomUUID()));
            Files.write(made.resolve(draft.kind().modelFile()), model);
            if (draft.rules() != null) {
                Files.write(made.resolve(ModelReader.RULES), rules);
            }
            Files.write(made.resolve(ModelReader.CARD), ModelJson.write(card));
            Files.writeString(made.resolve(REPORT), ReportPage.of(CardFacts.of(card), card.report()));
            Files.move(made, target);
        } catch (IOException e) {
            throw new UncheckedIOException("the model cannot be written to %s".formatted(path), e);
        }
        return card;
    }

    /** Names of all versions, in the order of the alphabet. */
    public List<String> versions() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> ModelVersions.isName(name) && !name.equals(ModelNotes.FOLDER))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be read".formatted(path), e);
        }
    }

    /** Reads a version; whatever is wrong with it is told, not thrown. */
    public ModelRead read(String version) {
        if (!ModelVersions.isName(version)) {
            return new ModelRead.Unreadable(version, "the name is no version");
        }
        Path folder = path.resolve(version);
        if (!Files.isDirectory(folder)) {
            return new ModelRead.Unreadable(version, "there is no such version in %s".formatted(path));
        }
        try {
            return new ModelRead.Served(ModelReader.read(folder));
        } catch (ModelFormatException e) {
            return new ModelRead.Unreadable(version, String.valueOf(e.getMessage()));
        }
    }

    /** The report of a version, a page of its own. */
    public Path report(String version) {
        return path.resolve(ModelVersions.require(version)).resolve(REPORT);
    }

    /**
     * Reads the version that a note names. One that was trained on something else than the note says is refused like a
     * damaged one.
     */
    public ModelRead read(ModelNote note) {
        ModelRead read = read(note.version());
        if (read instanceof ModelRead.Served(TrainedModel model) && !isFor(note, model.card())) {
            ModelOrigin origin = model.card().origin();
            return new ModelRead.Unreadable(
                    note.version(),
                    "it is %s of %s %s, and is used as %s of %s %s"
                            .formatted(
                                    model.card().model(),
                                    origin.symbol(),
                                    origin.timeframe(),
                                    note.kind(),
                                    note.symbol(),
                                    note.timeframe()));
        }
        return read;
    }

    private static boolean isFor(ModelNote note, ModelCard card) {
        return note.name()
                .equals(ModelNote.nameOf(
                        card.model(), card.origin().symbol(), card.origin().timeframe()));
    }

    /**
     * Names, sizes and times of the files of a version: changes when one of them does, without reading what is in them.
     */
    public String stamp(String version) {
        if (!ModelVersions.isName(version) || !Files.isDirectory(path.resolve(version))) {
            return "";
        }
        Path folder = path.resolve(version);
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder stamp = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                stamp.append(file.getFileName())
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis())
                        .append('\n');
            }
            return stamp.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder %s cannot be read".formatted(folder), e);
        }
    }

    /** Takes a version into use for its symbol and timeframe, in place of the one before. Only one that can be read. */
    public ModelCard use(String version) {
        return switch (read(version)) {
            case ModelRead.Unreadable unreadable ->
                throw new IllegalArgumentException("%s cannot be used: %s".formatted(version, unreadable.problem()));
            case ModelRead.Served(TrainedModel model) -> {
                notes().write(model.card());
                yield model.card();
            }
        };
    }

    /** What is in use; empty when nothing is, and then a rule decides. */
    public Optional<ModelNote> note(ModelKind kind, String symbol, String timeframe) {
        return notes().find(kind, symbol, timeframe);
    }

    /** Everything in use. */
    public List<ModelNote> inUse() {
        return notes().all();
    }

    /** The version in use; empty when none is, and then a rule decides. */
    public Optional<String> inUse(ModelKind kind, String symbol, String timeframe) {
        return note(kind, symbol, timeframe).map(ModelNote::version).filter(version -> !version.isEmpty());
    }

    /** Takes a version out of use wherever it is in use; rules stand in again. Returns whether it was. */
    public boolean stopUsing(String version) {
        List<ModelNote> notes = notesOf(version);
        notes.forEach(notes()::delete);
        return !notes.isEmpty();
    }

    /** Whether a version is in use. */
    public boolean isInUse(String version) {
        return !notesOf(version).isEmpty();
    }

    private List<ModelNote> notesOf(String version) {
        return inUse().stream().filter(note -> note.version().equals(version)).toList();
    }

    /** Deletes a version that is not in use. Returns whether it was there. */
    public boolean remove(String version) {
        Path folder = path.resolve(ModelVersions.require(version));
        if (isInUse(version)) {
            throw new IllegalArgumentException("%s is in use; take another version into use first".formatted(version));
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be removed".formatted(version), e);
        }
        return true;
    }

    private ModelNotes notes() {
        return new ModelNotes(path);
    }
}
