package dev.tradesuite.benchmarks.report;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Prints results as Markdown, so that they can be pasted into a page. */
public final class Report {

    private final PrintWriter out;

    public Report(PrintWriter out) {
        this.out = out;
    }

    /** A heading with the machine below it: a figure without it means little. */
    public void title(String title) {
        line("");
        line("## " + title);
        line("");
        line("%s %s, Java %s, %d processors, load %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        load()));
    }

    /** A table. */
    public void table(List<String> header, List<List<String>> rows) {
        line("");
        row(header);
        row(Collections.nCopies(header.size(), "---"));
        rows.forEach(this::row);
    }

    /** A line of text. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** A number with this many digits after the point. */
    public static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** A whole number. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A part of a whole in percent; a dash when there is no whole. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "-" : number(100.0 * part / whole, 1) + " %";
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "unknown" : number(load, 1);
    }
}
