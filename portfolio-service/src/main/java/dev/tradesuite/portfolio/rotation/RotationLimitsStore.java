package dev.tradesuite.portfolio.rotation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps the rules where they differ from the defaults. */
public interface RotationLimitsStore {

    /** Of the installation, or of one strategy; empty when nothing was said. */
    Optional<RotationLimits> find(Optional<String> code);

    /** Those of all strategies that have their own. */
    Map<String, RotationLimits> ofStrategies();

    void save(Optional<String> code, RotationLimits limits, String person, Instant now);
}
