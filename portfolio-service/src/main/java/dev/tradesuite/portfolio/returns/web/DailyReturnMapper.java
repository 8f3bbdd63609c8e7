package dev.tradesuite.portfolio.returns.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.AddReturnsRequest;
import dev.tradesuite.contracts.portfolio.DailyReturnPage;
import dev.tradesuite.contracts.portfolio.ReturnImportReport;
import dev.tradesuite.contracts.portfolio.ReturnRefreshReport;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.portfolio.returns.ImportedRow;
import dev.tradesuite.portfolio.returns.RecordedReturn;
import dev.tradesuite.portfolio.returns.ReturnImportService;
import dev.tradesuite.portfolio.returns.ReturnRefreshService;
import dev.tradesuite.portfolio.returns.ReturnStore;
import dev.tradesuite.support.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Daily returns between contracts and domain. */
final class DailyReturnMapper {

    private DailyReturnMapper() {}

    static List<ImportedRow> rows(AddReturnsRequest request) {
        List<AddReturnsRequest.Row> rows = request.returns();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> row(i + 1, rows.get(i)))
                .toList();
    }

    private static ImportedRow row(int number, AddReturnsRequest.Row row) {
        return new ImportedRow(
                number,
                row.day() == null ? "" : row.day(),
                row.value() == null ? "" : Double.toString(row.value().doubleValue()));
    }

    static ReturnImportReport report(String code, RunLabel label, ReturnImportService.Report report) {
        return new ReturnImportReport(
                code,
                label,
                report.stored().added(),
                report.stored().corrected(),
                report.stored().unchanged(),
                report.refused().stream().map(DailyReturnMapper::refused).toList());
    }

    private static ReturnImportReport.RefusedReturn refused(ReturnImportService.Refused row) {
        String found = row.found().length() <= 100 ? row.found() : row.found().substring(0, 100);
        return new ReturnImportReport.RefusedReturn(
                row.line(), Reason.of(row.why(), row.why().sentence() + (found.isEmpty() ? "" : " Found: " + found)));
    }

    static ReturnRefreshReport report(String code, ReturnRefreshService.Refresh.Refreshed refreshed) {
        return new ReturnRefreshReport(
                code,
                refreshed.from(),
                refreshed.through(),
                refreshed.stored().added(),
                refreshed.stored().corrected(),
                refreshed.stored().unchanged(),
                refreshed.absent().stream()
                        .map(day -> new ReturnRefreshReport.AbsentReturn(
                                day.day(), Reason.of(day.why(), day.why().sentence())))
                        .toList());
    }

    /** @param cursor where the next page begins; null on the last */
    static DailyReturnPage page(String code, List<RecordedReturn> returns, @Nullable String cursor) {
        return new DailyReturnPage(
                code,
                returns.stream()
                        .map(one -> new DailyReturnPage.Row(
                                one.day(), one.label(), one.value(), one.version(), one.recordedAt()))
                        .toList(),
                cursor);
    }

    static String cursor(RecordedReturn last) {
        return last.day() + "." + last.label();
    }

    /**
     * Reads what {@link #cursor} wrote.
     *
     * @throws ProblemException when it is nothing of the kind
     */
    static Optional<ReturnStore.Place> place(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        int point = cursor.indexOf('.');
        try {
            return Optional.of(new ReturnStore.Place(
                    LocalDate.parse(cursor.substring(0, Math.max(point, 0))),
                    RunLabel.valueOf(cursor.substring(point + 1))));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw ProblemException.invalid(List.of(
                    new FieldError("cursor", "WRONG_TYPE", "expected the next_cursor of the page before", null)));
        }
    }
}
