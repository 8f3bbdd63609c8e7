package dev.tradesuite.support.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as it stands in the query of an address.
 *
 * @param name decoded
 * @param value decoded; empty when there is none
 */
record QueryParameter(String name, String value) {

    /**
     * The parameters of a query, in their order.
     *
     * @param query as it was sent; null for none
     * @throws IllegalArgumentException when an escape is broken or what it stands for is no UTF-8
     */
    static List<QueryParameter> all(@Nullable String query) {
        List<QueryParameter> parameters = new ArrayList<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty() || !value.isEmpty()) {
                parameters.add(new QueryParameter(name, value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return Escapes.decoded(text.replace('+', ' '));
    }
}
