package dev.tradesuite.orchestrator.order;

import java.util.Set;

/** The instances of this service that share its database, by the clock of that database. */
public interface Instances {

    /** Name of this instance, another one after every start. */
    String self();

    /** Says that this instance lives. */
    void beat();

    /** Those that have said so lately; what any other had on its way, nobody takes care of. */
    Set<String> living();

    /** Says that this instance ends. */
    void leave();
}
