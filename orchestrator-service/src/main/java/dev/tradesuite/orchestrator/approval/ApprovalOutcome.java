package dev.tradesuite.orchestrator.approval;

/** What came of a person's decision. */
public sealed interface ApprovalOutcome {

    /** It counts. */
    record Decided(Approval approval) implements ApprovalOutcome {}

    /** There is no such approval. */
    record Unknown() implements ApprovalOutcome {}

    /** Somebody was first, or its time is over. */
    record TooLate(Approval approval) implements ApprovalOutcome {}

    /** Who asked may not approve. */
    record OwnQuestion(Approval approval) implements ApprovalOutcome {}

    /** The approver has read something else. */
    record OtherContent(Approval approval) implements ApprovalOutcome {}
}
