package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.signals.RecordRefusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Comma-separated values with a header, whose columns are found by name. */
final class RecordTable {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final String file;
    private final List<String> header;
    private final List<String> lines;

    /** @throws RecordFileException when it has no header */
    RecordTable(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
        String first = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "");
        this.header = split(first.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new RecordFileException(file, "the header has broken quoting"));
    }

    /**
     * The place of a column that goes by one of several names.
     *
     * @throws RecordFileException when there is none
     */
    int column(String... names) {
        return find(names)
                .orElseThrow(() -> new RecordFileException(
                        file,
                        "there is no column %s; the header has %s"
                                .formatted(String.join(" or ", names), String.join(", ", header))));
    }

    /** As {@link #column}, empty when there is none. */
    Optional<Integer> find(String... names) {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Rows with something in them. */
    List<Line> rows() {
        List<Line> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Line(i + 1, lines.get(i)));
            }
        }
        return rows;
    }

    /** A row that cannot be stored. */
    static final class RefusedException extends RuntimeException {

        private final RecordRefusal reason;

        RefusedException(RecordRefusal reason, String found) {
            super(found);
            this.reason = reason;
        }

        RecordRefusal reason() {
            return reason;
        }
    }

    /** A line with its number. */
    record Line(int number, String text) {

        /** @throws RefusedException when it has fewer cells than needed, or broken quotes */
        List<String> cells(int atLeast) {
            List<String> cells = split(text)
                    .orElseThrow(() -> new RefusedException(RecordRefusal.UNREADABLE_RECORD, "broken quoting"));
            if (cells.size() <= atLeast) {
                throw new RefusedException(
                        RecordRefusal.UNREADABLE_RECORD,
                        "expected at least %d columns, found %d".formatted(atLeast + 1, cells.size()));
            }
            return cells;
        }
    }

    static Instant time(String cell, Instant now) {
        Instant time;
        try {
            time = TIME.parse(cell, OffsetDateTime::from).toInstant();
        } catch (DateTimeException _) {
            throw new RefusedException(RecordRefusal.BAD_RECORD_TIME, "'%s'".formatted(cell));
        }
        if (time.isAfter(now)) {
            throw new RefusedException(RecordRefusal.RECORD_IN_FUTURE, cell);
        }
        return time;
    }

    static BigDecimal amount(String column, String cell) {
        try {
            BigDecimal amount = new BigDecimal(cell);
            if (amount.precision() - amount.scale() > 18 || amount.scale() > 30) {
                throw new RefusedException(RecordRefusal.BAD_AMOUNT, "%s '%s'".formatted(column, cell));
            }
            return amount;
        } catch (NumberFormatException _) {
            throw new RefusedException(RecordRefusal.BAD_AMOUNT, "%s '%s'".formatted(column, cell));
        }
    }

    static BigDecimal positive(String column, String cell) {
        BigDecimal amount = amount(column, cell);
        if (amount.signum() <= 0) {
            throw new RefusedException(RecordRefusal.BAD_AMOUNT, "%s '%s'".formatted(column, cell));
        }
        return amount;
    }

    /** The cells of a line without surrounding blanks; empty when a quote is not closed. */
    private static Optional<List<String>> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return isQuoted ? Optional.empty() : Optional.of(cells);
    }
}
