package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import java.util.List;

/**
 * What is wrong with a body.
 *
 * @param faults in the order of the body; one of the field {@code body} when it is none at all
 * @param all whether there are no others: of a table with a thousand faulty rows nobody looks at the last
 */
record BodyFaults(List<FieldError> faults, boolean all) {

    static final BodyFaults NONE = new BodyFaults(List.of(), true);

    BodyFaults {
        faults = List.copyOf(faults);
    }

    /** Of a body that is none. */
    static BodyFaults of(ProblemException noBody) {
        return new BodyFaults(List.of(new FieldError("body", noBody.code().name(), noBody.detail(), null)), true);
    }

    ProblemException asProblem() {
        return all ? ProblemException.invalid(faults) : ProblemException.invalidAtLeast(faults);
    }
}
