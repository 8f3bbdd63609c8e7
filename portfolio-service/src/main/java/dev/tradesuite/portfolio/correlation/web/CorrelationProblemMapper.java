package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome;
import dev.tradesuite.portfolio.correlation.CorrelationOutcome.Refusal;
import dev.tradesuite.support.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes refusals as problems. */
final class CorrelationProblemMapper {

    private CorrelationProblemMapper() {}

    /**
     * The answer, when there is one.
     *
     * @throws ProblemException that says why there is none
     */
    static <T> T answer(CorrelationOutcome<T> outcome) {
        return switch (outcome) {
            case CorrelationOutcome.Known<T>(T value) -> value;
            case CorrelationOutcome.Refused<T>(Refusal why) -> throw problem(why);
        };
    }

    static FieldError unknownCode(String field, String code) {
        return new FieldError(field, "UNKNOWN_CODE", "a code listed by GET /api/v1/strategies", code);
    }

    private static ProblemException problem(Refusal why) {
        return switch (why) {
            case Refusal.SeveralLabels(List<RunLabel> labels) -> mixed(labels);
            case Refusal.UnknownCodes(List<String> codes) ->
                ProblemException.invalid(
                        codes.stream().map(code -> unknownCode("codes", code)).toList());
            case Refusal.TooMany(int found, int most) ->
                ProblemException.invalid(List.of(new FieldError(
                        "codes",
                        "TOO_MANY",
                        "at most %d strategies at a time; name some of them".formatted(most),
                        Integer.toString(found))));
            case Refusal.TooFewCommonReturns(int found, int needed) ->
                new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "The strategies have %d returns in common, all together, and a shrunk estimate needs %d; name fewer codes or use estimator=sample"
                                .formatted(found, needed));
            case Refusal.NotComputable(String reason) -> new ProblemException(ProblemCode.NOT_COMPUTABLE, reason);
        };
    }

    private static ProblemException mixed(List<RunLabel> labels) {
        String found = labels.stream().map(RunLabel::name).collect(Collectors.joining(", "));
        return new ProblemException(
                ProblemCode.LABELS_MIXED,
                "The returns are labelled %s; state one of them as label".formatted(found),
                List.of(new FieldError("label", "LABELS_MIXED", "expected one of " + found, null)));
    }
}
