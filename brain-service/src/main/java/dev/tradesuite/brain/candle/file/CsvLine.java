package dev.tradesuite.brain.candle.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts one line of a CSV file into its fields.
 *
 * <p>A candle never spans lines, so each line is cut by itself: a quote that is not closed costs one row, not the rest
 * of the file.
 */
final class CsvLine {

    /** What can part the cells, the usual first. */
    static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private CsvLine() {}

    /** The fields without surrounding blanks; empty when the quotes do not match up. */
    static Optional<List<String>> split(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int start = skipBlanks(line, at, delimiter);
            if (start < line.length() && line.charAt(start) == '"') {
                StringBuilder field = new StringBuilder();
                int end = readQuoted(line, start + 1, field);
                if (end < 0 || (end < line.length() && line.charAt(end) != delimiter)) {
                    return Optional.empty();
                }
                fields.add(field.toString().strip());
                at = end;
            } else {
                int end = line.indexOf(delimiter, at);
                fields.add(line.substring(at, end < 0 ? line.length() : end).strip());
                at = end < 0 ? line.length() : end;
            }
            if (at >= line.length()) {
                return Optional.of(fields);
            }
            at++;
        }
    }

    private static int skipBlanks(String line, int from, char delimiter) {
        int at = from;
        while (at < line.length() && line.charAt(at) != delimiter && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Reads a quoted field; returns the position after the closing quote and blanks, or -1 without one. */
    private static int readQuoted(String line, int from, StringBuilder field) {
        int at = from;
        while (at < line.length()) {
            char character = line.charAt(at++);
            if (character != '"') {
                field.append(character);
            } else if (at < line.length() && line.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                while (at < line.length() && line.charAt(at) == ' ') {
                    at++;
                }
                return at;
            }
        }
        return -1;
    }
}
