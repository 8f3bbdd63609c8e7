package dev.tradesuite.brain.model.overlay;

import java.util.Optional;

/** Knows whether there is a language model to ask. */
@FunctionalInterface
public interface OverlayAdvisorSource {

    /** The language model; empty without a key. */
    Optional<OverlayAdvisor> advisor();
}
