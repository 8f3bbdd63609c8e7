package dev.tradesuite.orchestrator.approval;

/** Tells the world about approvals, in the transaction it is called in. */
public interface ApprovalEvents {

    /** It was asked for, or has reached another state. */
    void changed(Approval approval);
}
