package dev.tradesuite.learning.model;

import dev.tradesuite.learning.report.ModelReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Where a model comes from and what it is worth; {@code card.json} of a version.
 *
 * @param version name of the version and of its folder
 * @param model which of the models it is
 * @param createdAt when it was trained
 * @param origin the bars
 * @param recipe features, parameters and seed
 * @param files every other file that is read when it is asked, with its hash
 * @param report what it is worth
 */
public record ModelCard(
        String version,
        ModelKind model,
        Instant createdAt,
        ModelOrigin origin,
        ModelRecipe recipe,
        List<HashedFile> files,
        ModelReport report) {

    public ModelCard {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(createdAt, "created_at");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(recipe, "recipe");
        files = List.copyOf(Objects.requireNonNull(files, "files"));
        Objects.requireNonNull(report, "report");
    }

    /**
     * A file with what it must contain.
     *
     * @param name name in the folder of the version
     * @param sha256 hash of its bytes, hexadecimal
     */
    public record HashedFile(String name, String sha256) {

        public HashedFile {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
        }
    }
}
