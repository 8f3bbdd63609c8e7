package dev.tradesuite.portfolio.returns.web;

import dev.tradesuite.contracts.portfolio.AddReturnsRequest;
import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.portfolio.returns.ImportedRow;
import dev.tradesuite.portfolio.returns.RecordedReturn;
import dev.tradesuite.portfolio.returns.ReturnImportService;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Daily returns as comma-separated values. The fields are days and numbers, so that nothing is ever quoted. */
final class ReturnTableMapper {

    private static final String END_OF_LINE = "\r\n";
    private static final String DAY = "day";
    private static final String RETURN = "return";

    private ReturnTableMapper() {}

    /** Rows of a table, and those that could not be taken apart. */
    record Table(List<ImportedRow> rows, List<ReturnImportService.Refused> unreadable) {}

    static String csv(List<RecordedReturn> returns) {
        return returns.stream()
                .map(one -> "%s,%s,%s,%d,%s"
                        .formatted(
                                one.day(),
                                one.label(),
                                BigDecimal.valueOf(one.value())
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                one.version(),
                                one.recordedAt()))
                .collect(Collectors.joining(
                        END_OF_LINE, "day,label,return,version,recorded_at" + END_OF_LINE, END_OF_LINE));
    }

    /**
     * Reads a table with a header that names the columns {@code day} and {@code return}, in any order and among others.
     *
     * @throws ProblemException when the header does not, or there are too many rows
     */
    static Table read(String text) {
        List<String> lines = text.lines().toList();
        int header = 0;
        while (header < lines.size() && lines.get(header).isBlank()) {
            header++;
        }
        if (header == lines.size()) {
            throw invalid("expected a header with the columns day and return, found nothing");
        }
        List<String> columns = cells(lines.get(header).replace("\ufeff", "").toLowerCase(Locale.ROOT));
        int day = columns.indexOf(DAY);
        int value = columns.indexOf(RETURN);
        if (day < 0 || value < 0) {
            throw invalid("expected a header with the columns day and return, found " + shortened(lines.get(header)));
        }
        if (lines.size() - header - 1 > AddReturnsRequest.MOST) {
            throw invalid(
                    "expected at most %d rows, found %d".formatted(AddReturnsRequest.MOST, lines.size() - header - 1));
        }
        List<ImportedRow> rows = new ArrayList<>();
        List<ReturnImportService.Refused> unreadable = new ArrayList<>();
        for (int i = header + 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i));
            if (cells.size() == columns.size()) {
                rows.add(new ImportedRow(i + 1, cells.get(day), cells.get(value)));
            } else if (!lines.get(i).isBlank()) {
                unreadable.add(
                        new ReturnImportService.Refused(i + 1, ReturnRefusal.BAD_RETURN_ROW, shortened(lines.get(i))));
            }
        }
        return new Table(rows, unreadable);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }

    private static ProblemException invalid(String message) {
        return ProblemException.invalid(List.of(new FieldError("body", "UNREADABLE", message, null)));
    }
}
