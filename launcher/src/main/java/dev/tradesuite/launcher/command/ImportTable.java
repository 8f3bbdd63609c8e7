package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.ImportReport.Gap;
import dev.tradesuite.contracts.brain.ImportReport.RefusedRow;
import dev.tradesuite.contracts.brain.ImportReport.SymbolReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints the report of an import for reading. */
final class ImportTable {

    private static final int MOST_REFUSALS = 10;
    private static final int MOST_GAPS = 3;

    private final PrintWriter out;

    ImportTable(PrintWriter out) {
        this.out = out;
    }

    void print(ImportReport report) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %,d rows read in %.1f s (%,d rows a second)%n",
                report.source(),
                report.timeframe(),
                report.rowsRead(),
                report.elapsedMillis() / 1000.0,
                report.rowsPerSecond());
        count("stored", report.stored());
        count("replaced", report.replaced());
        count("duplicate", report.duplicate());
        count("refused", report.refused());
        report.warnings().forEach(warning -> out.println("  note: " + warning));
        symbols(report);
        refusals(report);
        out.flush();
    }

    private void count(String what, long rows) {
        out.printf(Locale.ROOT, "  %-10s %,12d%n", what, rows);
    }

    private void symbols(ImportReport report) {
        if (report.symbols().isEmpty()) {
            return;
        }
        String row = "%-10s %10s %10s %8s %10s %10s %6s  %-20s  %-20s%n";
        out.println();
        out.printf(row, "symbol", "stored", "duplicate", "flat", "no volume", "time moved", "gaps", "first", "last");
        for (SymbolReport symbol : report.symbols()) {
            out.printf(
                    row,
                    symbol.symbol(),
                    number(symbol.stored()),
                    number(symbol.duplicate()),
                    number(symbol.flat()),
                    number(symbol.zeroVolume() + symbol.withoutVolume()),
                    number(symbol.timeMoved()),
                    number(symbol.gapCount()),
                    symbol.first() == null ? "-" : symbol.first(),
                    symbol.last() == null ? "-" : symbol.last());
        }
        for (SymbolReport symbol : report.symbols()) {
            for (Gap gap : symbol.gaps().stream().limit(MOST_GAPS).toList()) {
                out.printf(
                        "  %s: %s candles missing between %s and %s%n",
                        symbol.symbol(), number(gap.missing()), gap.after(), gap.before());
            }
        }
    }

    private void refusals(ImportReport report) {
        if (report.refused() == 0) {
            return;
        }
        out.println();
        out.println("Refused rows by reason:");
        for (Map.Entry<String, Long> reason : report.refusedByReason().entrySet()) {
            out.printf("  %-24s %10s%n", reason.getKey(), number(reason.getValue()));
        }
        out.println("The first of them:");
        for (RefusedRow refusal :
                report.refusals().stream().limit(MOST_REFUSALS).toList()) {
            out.printf("  line %d: %s, %s%n", refusal.line(), refusal.code(), refusal.message());
        }
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
