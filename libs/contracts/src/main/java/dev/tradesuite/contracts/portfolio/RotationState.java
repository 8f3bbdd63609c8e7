package dev.tradesuite.contracts.portfolio;

/** States of a proposal of rotation. */
public enum RotationState {
    /** Made, and not yet laid before a person. */
    OPEN,
    /** A person is asked. */
    PENDING_APPROVAL,
    /** Somebody, or the rules, said yes; it is about to be carried out. */
    APPROVED,
    /** A person said no. */
    REJECTED,
    /** Nobody answered; it is made again as soon as it was measured anew. */
    EXPIRED,
    /** It was carried out. */
    DONE,
    /** It does not hold any more, or another one took its place. */
    SUPERSEDED
}
