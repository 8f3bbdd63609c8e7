package dev.tradesuite.learning.model;

import dev.tradesuite.learning.ModelFormatException;
import dev.tradesuite.learning.policy.PolicyText;
import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.tree.LightGbmText;
import dev.tradesuite.learning.tree.TreeModel;
import dev.tradesuite.learning.tree.XgboostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads one version from its folder and refuses what is not exactly what was written. */
final class ModelReader {

    static final String CARD = "card.json";
    static final String RULES = "rules.json";

    private final Path folder;
    private final ModelCard card;

    private ModelReader(Path folder, ModelCard card) {
        this.folder = folder;
        this.card = card;
    }

    /** The model; a {@link ModelFormatException} says why there is none. */
    static TrainedModel read(Path folder) {
        return new ModelReader(folder, card(folder)).model();
    }

    /** The card alone. */
    static ModelCard card(Path folder) {
        ModelCard card = ModelJson.read(CARD, bytes(folder.resolve(CARD)), ModelCard.class);
        String name = String.valueOf(folder.getFileName());
        if (!card.version().equals(name)) {
            throw new ModelFormatException("the card is that of %s, not of %s".formatted(card.version(), name));
        }
        return card;
    }

    private TrainedModel model() {
        ModelKind kind = card.model();
        if (!card.recipe().featuresVersion().equals(kind.featuresVersion())
                || !card.recipe().features().equals(kind.featureNames())) {
            throw new ModelFormatException("the model was trained on the features %s, this program has %s"
                    .formatted(card.recipe().featuresVersion(), kind.featuresVersion()));
        }
        return switch (kind) {
            case RL_PPO -> new PolicyModel(card, policy(text(kind.modelFile())));
            case ML_XGB -> classifier(XgboostJson.read(text(kind.modelFile())));
            case ML_LGBM -> classifier(LightGbmText.read(text(kind.modelFile())));
        };
    }

    private TradingPolicy policy(String text) {
        TradingPolicy policy = PolicyText.read(text);
        requireFeatures(policy.readingsPerBar());
        return policy;
    }

    private TrainedModel classifier(TreeModel trees) {
        requireFeatures(trees.features());
        ClassifierRules rules = ModelJson.read(RULES, verified(RULES), ClassifierRules.class);
        if (rules.decision().label() != card.model().label()) {
            throw new ModelFormatException("%s is that of another model".formatted(RULES));
        }
        return new TreeClassifier(card, trees, rules.decision(), rules.curve());
    }

    private void requireFeatures(int found) {
        int expected = card.recipe().features().size();
        if (found != expected) {
            throw new ModelFormatException("the model takes %d features, its card says %d".formatted(found, expected));
        }
    }

    private String text(String name) {
        return new String(verified(name), StandardCharsets.UTF_8);
    }

    private byte[] verified(String name) {
        String expected = card.files().stream()
                .filter(file -> file.name().equals(name))
                .map(ModelCard.HashedFile::sha256)
                .findFirst()
                .orElseThrow(() -> new ModelFormatException("the card does not name %s".formatted(name)));
        byte[] bytes = bytes(folder.resolve(name));
        if (!Digests.of(bytes).equals(expected)) {
            throw new ModelFormatException("%s is not the file that was written: its SHA-256 differs".formatted(name));
        }
        return bytes;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelFormatException(
                    "%s cannot be read: %s"
                            .formatted(file.getFileName(), e.getClass().getSimpleName()),
                    e);
        }
    }
}
