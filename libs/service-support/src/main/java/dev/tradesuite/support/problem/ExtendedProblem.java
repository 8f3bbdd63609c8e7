package dev.tradesuite.support.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tradesuite.contracts.problem.Problem;
import java.util.Map;

/** A problem with members of its own, side by side in one body. */
record ExtendedProblem(@JsonUnwrapped Problem problem, @JsonAnyGetter Map<String, String> members) {}
