package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Symbols as a caller writes them, turned into those of the catalogue. */
final class Symbols {

    private final SymbolNames names;

    Symbols(SymbolNames names) {
        this.names = names;
    }

    /**
     * The catalogue's symbol.
     *
     * @throws ProblemException {@code UNKNOWN_SYMBOL}
     */
    String require(String symbol) {
        return names.find(symbol).orElseThrow(() -> unknown(List.of(fault("symbol", symbol)), symbol));
    }

    /**
     * The catalogue's symbols without repeats.
     *
     * @throws ProblemException {@code UNKNOWN_SYMBOL}, naming every unknown one
     */
    List<String> requireAll(List<String> symbols) {
        LinkedHashSet<String> known = new LinkedHashSet<>();
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            String symbol = symbols.get(i);
            String field = "symbols[" + i + "]";
            names.find(symbol).ifPresentOrElse(known::add, () -> faults.add(fault(field, symbol)));
        }
        if (!faults.isEmpty()) {
            throw unknown(
                    faults,
                    String.join(", ", faults.stream().map(FieldError::rejected).toList()));
        }
        return List.copyOf(known);
    }

    /** The catalogue's symbol; empty when there is none. */
    Optional<String> find(String symbol) {
        return names.find(symbol);
    }

    private static ProblemException unknown(List<FieldError> faults, String symbols) {
        return new ProblemException(
                ProblemCode.UNKNOWN_SYMBOL, "Not in the instrument catalogue: " + shortened(symbols), faults);
    }

    private static FieldError fault(String field, String symbol) {
        return new FieldError(
                field, ProblemCode.UNKNOWN_SYMBOL.name(), "is not in the instrument catalogue", shortened(symbol));
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 97) + "..." : text;
    }
}
