package dev.tradesuite.orchestrator.idempotency.web;

import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.idempotency.KeyConflictException;
import dev.tradesuite.support.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a key that cannot be answered. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KeyProblems {

    private final Problems problems;

    KeyProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(KeyConflictException e, HttpServletRequest request) {
        return switch (e.kind()) {
            case IN_USE -> answer(ProblemCode.IDEMPOTENCY_KEY_IN_USE, e, request);
            case REUSED -> answer(ProblemCode.IDEMPOTENCY_KEY_REUSED, e, request);
        };
    }

    private ResponseEntity<Problem> answer(ProblemCode code, KeyConflictException e, HttpServletRequest request) {
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(code, String.valueOf(e.getMessage()), List.of(), request.getRequestURI()));
    }
}
