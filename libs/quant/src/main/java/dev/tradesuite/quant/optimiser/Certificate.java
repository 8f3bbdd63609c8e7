package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/**
 * Proof of an answer.
 *
 * @param constraintViolation largest amount, in weight, by which a constraint is broken; a target of return or
 *     volatility counts as one
 * @param gap how much better the best weights can be at most, as a part of the objective's size; from the duality gap,
 *     so that it holds however the weights were found
 */
public record Certificate(double constraintViolation, double gap) {

    /** Largest violation of an answer that is given. */
    public static final double MAX_VIOLATION = 1e-8;

    /** Largest gap of an answer that is given; most are far below it. */
    public static final double MAX_GAP = 1e-7;

    /** Whether both are within what is allowed. */
    public boolean proves() {
        return constraintViolation <= MAX_VIOLATION && gap <= MAX_GAP;
    }

    /**
     * The certificate, when it proves the answer.
     *
     * @throws QuantException NOT_PROVEN
     */
    Certificate require() {
        if (!proves()) {
            throw new QuantException(
                    QuantProblem.NOT_PROVEN,
                    "constraints are broken by %s and the best may be better by %s of the objective"
                            .formatted(constraintViolation, gap));
        }
        return this;
    }
}
