package dev.tradesuite.orchestrator.strategy;

/** Asks a controller whether it is there. */
public interface ControllerProbe {

    /** What the controller of a mapped strategy says, or why it says nothing. */
    ControllerState ask(String type);
}
