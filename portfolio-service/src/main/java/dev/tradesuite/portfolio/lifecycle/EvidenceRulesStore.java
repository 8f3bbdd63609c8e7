package dev.tradesuite.portfolio.lifecycle;

import java.time.Instant;
import java.util.Optional;

/** Keeps what strategies have to show, where it differs from the defaults. */
public interface EvidenceRulesStore {

    /** Empty for the defaults. */
    Optional<EvidenceRules> find(String code);

    void save(String code, EvidenceRules rules, String person, Instant now);
}
