package dev.tradesuite.support.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Rows as comma-separated values (RFC 4180); what is absent is empty. */
public final class TableAnswer {

    /** Media type of a table. */
    public static final String TEXT_CSV = "text/csv";

    private static final String END_OF_LINE = "\r\n";

    private TableAnswer() {}

    /**
     * The table, names first.
     *
     * @param header names of the columns with commas between them
     */
    public static String csv(String header, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(header), rows.map(row -> String.join(",", row)))
                .collect(Collectors.joining(END_OF_LINE, "", END_OF_LINE));
    }

    /**
     * The answer that carries a table.
     *
     * @param nextCursor where its next page begins, told in the header {@code Next-Cursor}; null on the last
     */
    public static ResponseEntity<String> of(String table, @Nullable String nextCursor) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        if (nextCursor != null) {
            answer.header("Next-Cursor", nextCursor);
        }
        return answer.body(table);
    }

    /** The fields of a row. */
    public static List<String> row(@Nullable Object... values) {
        return Arrays.stream(values).map(TableAnswer::field).toList();
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
