package dev.tradesuite.brain.signal;

/**
 * The rules that decide. They stand for themselves and not in place of a trained model.
 *
 * @param name {@code weighted_votes}
 * @param version version of the rules and id of the settings, such as {@code 1-4f0c2a9e}: equal versions decide equally
 */
public record SignalModel(String name, String version) {

    private static final String RULES_VERSION = "1";

    static SignalModel of(SignalSettings settings) {
        return new SignalModel("weighted_votes", RULES_VERSION + "-" + settings.id());
    }
}
