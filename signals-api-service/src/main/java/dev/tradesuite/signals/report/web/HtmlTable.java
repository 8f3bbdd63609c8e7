package dev.tradesuite.signals.report.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables and texts of a page, escaped. */
final class HtmlTable {

    private static final String ABSENT = "&ndash;";

    private HtmlTable() {}

    /** A table; every cell is a text and gets escaped. */
    static String of(List<String> head, List<List<String>> rows) {
        return "<table>\n" + row("th", head)
                + rows.stream().map(row -> row("td", row)).collect(Collectors.joining()) + "</table>\n";
    }

    private static String row(String tag, List<String> cells) {
        return cells.stream()
                .map(cell -> "<%1$s>%2$s</%1$s>".formatted(tag, cell.isEmpty() ? ABSENT : escaped(cell)))
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    /** A figure with so many decimals; empty when there is none. */
    static String number(@Nullable Double value, int decimals) {
        return value == null ? "" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
