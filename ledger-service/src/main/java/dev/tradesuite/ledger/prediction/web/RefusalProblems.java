package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.prediction.RefusedException;
import dev.tradesuite.support.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a request that the state of a portfolio does not allow. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalProblems {

    private final Problems problems;

    RefusalProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedException e, HttpServletRequest request) {
        ProblemCode code =
                switch (e.kind()) {
                    case UNKNOWN_PORTFOLIO -> ProblemCode.NOT_FOUND;
                    case NOT_ACTIVE -> ProblemCode.PORTFOLIO_NOT_ACTIVE;
                    case SUPERSEDED -> ProblemCode.CYCLE_SUPERSEDED;
                    case FENCE_UNKNOWN -> ProblemCode.CYCLE_FENCE_UNKNOWN;
                    case ARCHIVED,
                            HOLDS_POSITIONS,
                            NAME_TAKEN,
                            HAS_TRADED,
                            ORDER_WAITS,
                            CYCLE_NOT_BEGUN,
                            CYCLE_COMPLETED -> ProblemCode.CONFLICT;
                };
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(code, String.valueOf(e.getMessage()), List.of(), request.getRequestURI()));
    }
}
