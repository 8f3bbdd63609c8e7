package dev.tradesuite.portfolio.rotation;

import java.util.List;
import java.util.Optional;

/** What is to be done about rotation every minute: look at marked strategies, and take proposals on. */
public final class RotationDue {

    private final RotationMarks marks;
    private final RotationService rotation;
    private final ProposalService proposals;

    RotationDue(RotationMarks marks, RotationService rotation, ProposalService proposals) {
        this.marks = marks;
        this.rotation = rotation;
        this.proposals = proposals;
    }

    /** Does it. A mark that comes while strategies are looked at stays for the next time. */
    public void look() {
        List<RotationMarks.Mark> seen = marks.all();
        if (!seen.isEmpty()) {
            var _ = rotation.run(
                    Optional.of(RotationMarks.codes(seen)), RotationRun.Cause.MARKED, ProposalService.RULE);
            marks.clear(seen);
        }
        proposals.endWhatHasMoved();
        proposals.poll();
        proposals.carryOut();
        proposals.ask();
    }
}
