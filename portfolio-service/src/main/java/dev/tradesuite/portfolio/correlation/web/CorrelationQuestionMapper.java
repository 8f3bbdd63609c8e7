package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.correlation.ReturnLabels;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for. */
@Component
final class CorrelationQuestionMapper {

    private static final String ANY = "any";
    private static final int LONGEST_SHOWN = 100;

    private final VisibleStrategies visible;

    CorrelationQuestionMapper(VisibleStrategies visible) {
        this.visible = visible;
    }

    static CorrelationWindow window(String word) {
        return choice("window", word, CorrelationWindow.values(), CorrelationWindow::wireName);
    }

    static CorrelationEstimator estimator(String word) {
        return choice("estimator", word, CorrelationEstimator.values(), CorrelationEstimator::wireName);
    }

    /** The label that was named; {@code any} for all together; the only one there is when nothing was named. */
    static ReturnLabels labels(@Nullable String word) {
        if (word == null) {
            return ReturnLabels.sole();
        }
        return word.equalsIgnoreCase(ANY)
                ? ReturnLabels.any()
                : ReturnLabels.only(Arrays.stream(RunLabel.values())
                        .filter(label -> label.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(List.of(unknown(
                                "label",
                                Stream.concat(Arrays.stream(RunLabel.values()).map(RunLabel::name), Stream.of(ANY)),
                                word)))));
    }

    /**
     * Codes that were named; when none was, those that the caller may see.
     *
     * @return empty for all strategies there are
     */
    List<String> codes(@Nullable List<String> named) {
        if (named == null || named.isEmpty()) {
            Optional<List<String>> seen = visible.all();
            if (seen.filter(List::isEmpty).isPresent()) {
                throw new ProblemException(ProblemCode.NOT_COMPUTABLE, "There is no strategy that you may see");
            }
            return seen.orElse(List.of());
        }
        Set<String> once = new HashSet<>();
        List<FieldError> errors = Stream.concat(
                        named.stream()
                                .filter(code -> !once.add(code))
                                .map(code ->
                                        new FieldError("codes", "DUPLICATE_CODE", "each code once", shortened(code))),
                        hidden(named).map(code -> CorrelationProblemMapper.unknownCode("codes", code)))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return named;
    }

    /** Refuses two codes that are the same, or that the caller may not see. */
    void requirePair(String a, String b) {
        if (a.equals(b)) {
            throw ProblemException.invalid(
                    List.of(new FieldError("b", "DUPLICATE_CODE", "another code than a", shortened(b))));
        }
        List<FieldError> unknown = hidden(List.of(a, b))
                .map(code -> CorrelationProblemMapper.unknownCode(code.equals(a) ? "a" : "b", code))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
    }

    private Stream<String> hidden(List<String> named) {
        Set<String> hidden = visible.hidden();
        return named.stream().filter(hidden::contains);
    }

    private static <E> E choice(String field, String word, E[] constants, Function<E, String> wireName) {
        String asked = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(constants)
                .filter(constant -> wireName.apply(constant).equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        List.of(unknown(field, Arrays.stream(constants).map(wireName), word))));
    }

    private static FieldError unknown(String field, Stream<String> allowed, String found) {
        return new FieldError(
                field,
                "UNKNOWN_VALUE",
                "expected one of " + allowed.collect(Collectors.joining(", ")),
                shortened(found));
    }

    private static String shortened(String found) {
        return found.length() <= LONGEST_SHOWN ? found : found.substring(0, LONGEST_SHOWN - 3) + "...";
    }
}
