package dev.tradesuite.contracts.portfolio;

import java.util.List;

/**
 * Whether weights keep constraints.
 *
 * @param valid whether they keep all of them
 * @param broken those they break, the worst first
 * @param checked how many were looked at
 * @param warnings what should be known
 */
public record AllocationCheck(boolean valid, List<BrokenConstraint> broken, int checked, List<String> warnings) {}
