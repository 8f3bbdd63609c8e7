package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a parameter that is one of a few words, some of which begin with a digit, as no constant may. */
public final class ChoiceMapper {

    private static final String UNKNOWN_VALUE = "UNKNOWN_VALUE";

    private ChoiceMapper() {}

    /**
     * The constant a word stands for.
     *
     * @throws ProblemException with the allowed words
     */
    public static <E> E choice(String field, String word, E[] constants, Function<E, String> wireName) {
        return Arrays.stream(constants)
                .filter(constant -> wireName.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        List.of(unknown(field, Arrays.stream(constants).map(wireName), word))));
    }

    /** The fault of a word that is none of those allowed. */
    public static FieldError unknown(String field, Stream<String> allowed, String found) {
        return new FieldError(
                field, UNKNOWN_VALUE, "expected one of " + allowed.collect(Collectors.joining(", ")), shortened(found));
    }

    private static String shortened(String found) {
        int most = 100;
        return found.length() <= most ? found : found.substring(0, most - 3) + "...";
    }
}
