package dev.tradesuite.accounting.prediction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together what is filled together. */
public final class OrderSets {

    private OrderSets() {}

    /**
     * Orders of one set as one group, and each that stands alone as a group of its own, in the order of their first
     * legs.
     *
     * @param setOf name of the set of an order; absent for one that stands alone
     */
    public static <T> List<List<T>> of(List<T> orders, Function<T, @Nullable String> setOf) {
        List<List<T>> groups = new ArrayList<>();
        Map<String, List<T>> sets = new HashMap<>();
        for (T order : orders) {
            String name = setOf.apply(order);
            List<T> group = name == null ? null : sets.get(name);
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(order);
            if (name != null) {
                sets.put(name, group);
            }
        }
        return groups;
    }
}
