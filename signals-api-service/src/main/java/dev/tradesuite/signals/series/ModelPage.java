package dev.tradesuite.signals.series;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of what is told of models.
 *
 * @param rows the newest first
 * @param more where the next page begins; empty on the last
 */
public record ModelPage<R>(ModelSelection selection, List<R> rows, Optional<PagePlace> more) {

    public ModelPage {
        rows = List.copyOf(rows);
    }

    /**
     * A page of so many rows.
     *
     * @param found one more than the page holds, where there is a next one
     * @param place of a row
     */
    public static <R> ModelPage<R> of(
            ModelSelection selection, List<R> found, int limit, Function<R, PagePlace> place) {
        return found.size() <= limit
                ? new ModelPage<>(selection, found, Optional.empty())
                : new ModelPage<>(selection, found.subList(0, limit), Optional.of(place.apply(found.get(limit - 1))));
    }
}
