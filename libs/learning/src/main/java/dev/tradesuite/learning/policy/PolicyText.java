package dev.tradesuite.learning.policy;

import dev.tradesuite.learning.ModelFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A policy as text: a head of four lines, then one weight a line, written so that reading gives the same number back.
 *
 * <pre>
 *     trade-suite-policy 1
 *     network lstm
 *     inputs 8
 *     cells 32
 *     0.0123
 * </pre>
 */
public final class PolicyText {

    private static final String FIRST = "trade-suite-policy 1";
    private static final int HEAD = 4;

    private PolicyText() {}

    /** The text of a policy. */
    public static String write(TradingPolicy policy) {
        NetworkShape shape = policy.network().shape();
        List<String> lines = new ArrayList<>();
        lines.add(FIRST);
        lines.add("network " + shape.kind().name().toLowerCase(Locale.ROOT));
        lines.add("inputs " + shape.inputs());
        lines.add("cells " + shape.cells());
        for (double weight : policy.network().weights()) {
            lines.add(Double.toString(weight));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The policy of a text. */
    public static TradingPolicy read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < HEAD || !lines.getFirst().equals(FIRST)) {
            throw new ModelFormatException("the file is no policy: it does not begin with '%s'".formatted(FIRST));
        }
        NetworkShape shape = shape(lines);
        int expected = shape.weights();
        if (lines.size() != HEAD + expected) {
            throw new ModelFormatException(
                    "the policy should have %d weights, it has %d".formatted(expected, lines.size() - HEAD));
        }
        double[] weights = new double[expected];
        for (int i = 0; i < expected; i++) {
            weights[i] = finite(lines.get(HEAD + i), HEAD + i + 1);
        }
        return new TradingPolicy(PolicyNetwork.of(shape, weights));
    }

    private static NetworkShape shape(List<String> lines) {
        try {
            return new NetworkShape(
                    NetworkKind.valueOf(value(lines.get(1), "network").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(value(lines.get(2), "inputs")),
                    Integer.parseInt(value(lines.get(3), "cells")));
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException("the head of the policy is damaged: " + e.getMessage(), e);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + " ")) {
            throw new IllegalArgumentException("expected '%s', found '%s'".formatted(name, line));
        }
        return line.substring(name.length() + 1);
    }

    private static double finite(String line, int number) {
        try {
            double weight = Double.parseDouble(line);
            if (Double.isFinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw new ModelFormatException("line %d is no weight: '%s'".formatted(number, line), e);
        }
        throw new ModelFormatException("line %d is no weight: '%s'".formatted(number, line));
    }
}
