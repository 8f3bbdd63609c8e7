package dev.tradesuite.risk.state;

/** Knows which accounts, portfolios and strategies there are. */
@FunctionalInterface
public interface SubjectDirectory {

    /**
     * Says whether there is no such subject. False as long as anybody who could know it cannot be asked: a restriction
     * must not wait for a service that is away.
     */
    boolean isUnknown(StateSubject subject);
}
