package dev.tradesuite.orchestrator.strategy;

/** Whether a controller answers. */
public sealed interface ControllerState {

    /**
     * It answers.
     *
     * @param name what it calls itself
     * @param description what it does in a few words
     */
    record Online(String name, String description) implements ControllerState {}

    /**
     * It does not.
     *
     * @param error why, in a few words, such as {@code Connection refused}
     */
    record Offline(String error) implements ControllerState {}
}
