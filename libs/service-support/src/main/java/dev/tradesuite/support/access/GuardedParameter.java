package dev.tradesuite.support.access;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.PortfolioId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A part of a path or a query that names books, or something that belongs to books.
 *
 * @param name of the path variable or query parameter
 * @param inPath whether it is a part of the path
 * @param of what it is: {@code account}, {@code portfolio}, or the name of a {@link BooksFinder}
 * @param mayBeNew whether it may name something that is not there yet
 */
public record GuardedParameter(String name, boolean inPath, String of, boolean mayBeNew) {

    /** What names an account. */
    public static final String ACCOUNT = OwnedBooks.Kind.ACCOUNT.word();

    /** What names a portfolio. */
    public static final String PORTFOLIO = OwnedBooks.Kind.PORTFOLIO.word();

    /** Those of a handler. */
    public static List<GuardedParameter> of(Method handler) {
        return IntStream.range(0, handler.getParameterCount())
                .mapToObj(index -> of(new SynthesizingMethodParameter(handler, index)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<GuardedParameter> of(MethodParameter parameter) {
        String of = what(parameter);
        if (of == null) {
            return Optional.empty();
        }
        BooksOf books = parameter.getParameterAnnotation(BooksOf.class);
        boolean mayBeNew = books != null && books.mayBeNew();
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        if (path != null) {
            return Optional.of(new GuardedParameter(name(path.value(), parameter), true, of, mayBeNew));
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        return Optional.of(
                new GuardedParameter(name(query == null ? "" : query.value(), parameter), false, of, mayBeNew));
    }

    private static @Nullable String what(MethodParameter parameter) {
        BooksOf books = parameter.getParameterAnnotation(BooksOf.class);
        if (books != null) {
            return books.value();
        }
        if (parameter.hasParameterAnnotation(AccountId.class)) {
            return ACCOUNT;
        }
        return parameter.hasParameterAnnotation(PortfolioId.class) ? PORTFOLIO : null;
    }

    private static String name(String stated, MethodParameter parameter) {
        return stated.isEmpty()
                ? Objects.requireNonNull(parameter.getParameter().getName())
                : stated;
    }
}
