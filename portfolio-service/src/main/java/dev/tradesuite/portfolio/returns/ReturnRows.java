package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rows of daily returns one by one: what is wrong with one says nothing about the others. */
final class ReturnRows {

    /** Above it somebody has written percent. */
    private static final double HIGHEST = 10;

    private final LocalDate today;
    private final List<DailyReturn> read = new ArrayList<>();
    private final List<ReturnImportService.Refused> refused = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();

    /** @param today the day that is not over yet, UTC */
    ReturnRows(LocalDate today) {
        this.today = today;
    }

    /** What can be stored, in the order of the rows. */
    List<DailyReturn> read() {
        return read;
    }

    List<ReturnImportService.Refused> refused() {
        return refused;
    }

    void add(ImportedRow row) {
        Optional<LocalDate> day = day(row.day());
        if (day.isEmpty()) {
            refuse(row, ReturnRefusal.BAD_RETURN_DAY, row.day());
        } else if (!day.get().isBefore(today)) {
            refuse(row, ReturnRefusal.RETURN_DAY_NOT_OVER, row.day());
        } else {
            add(row, day.get());
        }
    }

    private void add(ImportedRow row, LocalDate day) {
        Optional<Double> value = number(row.value());
        if (value.isEmpty()) {
            refuse(row, ReturnRefusal.BAD_RETURN_VALUE, row.value());
        } else if (value.get() < -1) {
            refuse(row, ReturnRefusal.RETURN_BELOW_TOTAL_LOSS, row.value());
        } else if (value.get() > HIGHEST) {
            refuse(row, ReturnRefusal.RETURN_IMPLAUSIBLE, row.value());
        } else if (!days.add(day)) {
            refuse(row, ReturnRefusal.RETURN_DAY_REPEATED, row.day());
        } else {
            read.add(new DailyReturn(day, value.get()));
        }
    }

    private void refuse(ImportedRow row, ReturnRefusal why, String found) {
        refused.add(new ReturnImportService.Refused(row.line(), why, found));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.getYear() < 1900 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        // Only what looks like a plain number: Java's parser takes "0x1p3", "1d" and "NaN" too.
        if (!text.strip().matches("[+-]?[0-9]{0,20}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
