package dev.tradesuite.support.problem;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The constants of an enum as JSON writes them. */
final class WireNames {

    private WireNames() {}

    /** Such as {@code market, limit, stop}. */
    static List<String> of(Class<?> type, JsonMapper json) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> json.valueToTree(constant).asString())
                .toList();
    }
}
