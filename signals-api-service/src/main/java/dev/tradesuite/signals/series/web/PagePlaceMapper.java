package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a page ends, as the text a caller sends back. */
public final class PagePlaceMapper {

    private static final String FIELD = "cursor";

    private PagePlaceMapper() {}

    /** The text. */
    public static String cursor(PagePlace place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((place.at() + " " + place.id()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place; empty without a cursor.
     *
     * @throws ProblemException when it is none
     */
    public static Optional<PagePlace> place(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(PagePlaceMapper::read);
    }

    private static PagePlace read(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length != 2) {
                throw broken(cursor);
            }
            return new PagePlace(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw broken(cursor);
        }
    }

    private static ProblemException broken(String cursor) {
        return ProblemException.invalid(List.of(new FieldError(
                FIELD,
                "WRONG_TYPE",
                "expected the next_cursor of the page before",
                cursor.length() <= 100 ? cursor : cursor.substring(0, 100))));
    }
}
