package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.performance.TripFilter;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked for, from the parameters of a request. */
final class AskedMapper {

    private static final int MOST_SHOWN = 100;

    private AskedMapper() {}

    static ComparisonPeriod period(String word) {
        return choice("period", word, ComparisonPeriod.values(), ComparisonPeriod::wireName);
    }

    static EquityResolution resolution(String word) {
        return choice("resolution", word, EquityResolution.values(), EquityResolution::wireName);
    }

    /** Portfolios are valued at the end of their cycles, and one snapshot of a day is kept. */
    static EquityResolution resolutionOfPortfolio(String word) {
        EquityResolution asked = resolution(word);
        if (asked != EquityResolution.DAYS) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "resolution",
                    "NOT_KEPT",
                    "must be 1d: of a portfolio one snapshot of each day is kept, taken at the end of a cycle",
                    word)));
        }
        return asked;
    }

    /**
     * Points between two moments.
     *
     * @param cursor only those before this one, in microseconds
     */
    static Span span(@Nullable Instant from, @Nullable Instant to, @Nullable String cursor, int most) {
        requireOrder(from, to);
        Optional<Instant> before = Optional.ofNullable(cursor).map(AskedMapper::moment);
        Optional<Instant> end =
                before.filter(moment -> to == null || moment.isBefore(to)).or(() -> Optional.ofNullable(to));
        return new Span(Optional.ofNullable(from), end, most);
    }

    static TripFilter filter(
            @Nullable Instant from, @Nullable Instant to, @Nullable String symbol, @Nullable String strategy) {
        requireOrder(from, to);
        return new TripFilter(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(symbol),
                Optional.ofNullable(strategy));
    }

    static String cursor(Instant moment) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
    }

    static Instant moment(String cursor) {
        return Instant.EPOCH.plus(Long.parseLong(cursor), ChronoUnit.MICROS);
    }

    private static void requireOrder(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid(List.of(
                    new FieldError("to", "OUT_OF_RANGE", "must be after from, which is " + from, to.toString())));
        }
    }

    private static <E> E choice(String field, String word, E[] constants, Function<E, String> wireName) {
        return Arrays.stream(constants)
                .filter(constant -> wireName.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldError(
                        field,
                        "UNKNOWN_VALUE",
                        "expected one of "
                                + Arrays.stream(constants).map(wireName).collect(Collectors.joining(", ")),
                        word.length() <= MOST_SHOWN ? word : word.substring(0, MOST_SHOWN)))));
    }
}
