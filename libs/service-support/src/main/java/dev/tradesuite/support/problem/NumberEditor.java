package dev.tradesuite.support.problem;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;

/** Reads a number from a parameter; an empty one is absent. */
final class NumberEditor extends PropertyEditorSupport {

    private final Function<String, ? extends Number> parser;

    private NumberEditor(Function<String, ? extends Number> parser) {
        this.parser = parser;
    }

    /** An editor that refuses what the parser refuses. */
    static NumberEditor of(Function<String, ? extends Number> parser) {
        return new NumberEditor(parser);
    }

    @Override
    public void setAsText(String text) {
        setValue(text.isBlank() ? null : parser.apply(text));
    }
}
