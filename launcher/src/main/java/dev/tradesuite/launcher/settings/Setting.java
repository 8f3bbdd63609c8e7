package dev.tradesuite.launcher.settings;

/**
 * One setting of the launcher.
 *
 * @param key name in {@code suite.yml} and {@code --set}, such as {@code ports.gateway}
 * @param defaultValue value when nothing is said
 * @param meaning what it does, in a few words
 */
public record Setting(String key, String defaultValue, String meaning) {}
