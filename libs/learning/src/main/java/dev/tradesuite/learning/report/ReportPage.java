package dev.tradesuite.learning.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report as one page of HTML that needs nothing else, and prints well. */
public final class ReportPage {

    private static final String STYLE =
            """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; }
            table { border-collapse: collapse; margin: 1em 0; width: 100%; }
            th, td { border-bottom: 1px solid #ddd; padding: .3em .6em; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            td { word-break: break-word; }
            .facts td { text-align: left; }
            .verdict { border-left: .4em solid #b26a00; padding: .6em 1em; background: #f6f6f6; }
            .edge { border-color: #2e7d32; }
            svg { width: 22em; max-width: 100%; }
            """;

    private ReportPage() {}

    /**
     * The page.
     *
     * @param facts name and value of what is said of the model; the first is the title
     */
    public static String of(Map<String, String> facts, ModelReport report) {
        String title = escaped(facts.values().iterator().next());
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<h1>" + title
                + "</h1>\n<p class=\"verdict"
                + (report.verdict().edge() ? " edge" : "") + "\"><strong>"
                + escaped(report.verdict().sentence()) + "</strong></p>\n" + body(facts, report) + "</body>\n</html>\n";
    }

    private static String body(Map<String, String> facts, ModelReport report) {
        StringBuilder body = new StringBuilder();
        body.append("<p>Every figure is from bars that were not trained on; profits are after costs, in percent of the")
                .append(" traded amount. Edge is said only of a model whose Brier score beats the base rate, where it")
                .append(" states probabilities, and whose profit is above zero in 95 % of the bootstrap draws over")
                .append(" days.</p>\n");
        body.append("<h2>Trading</h2>\n").append(table(report, ReportTable.TRADING));
        ProbabilityFigures probabilities = report.together().probabilities();
        if (probabilities == null) {
            body.append(
                    "<p>A policy states no probability of an outcome, so there is no hit rate, no AUC, no Brier score"
                            + " and no reliability curve.</p>\n");
        } else {
            body.append("<h2>Probabilities</h2>\n").append(table(report, ReportTable.PROBABILITIES));
            body.append("<h2>Reliability</h2>\n").append(reliability(probabilities.reliability()));
        }
        body.append("<h2>Where it comes from</h2>\n<table class=\"facts\">\n");
        facts.forEach((name, value) ->
                body.append("<tr><th>%s</th><td>%s</td></tr>%n".formatted(escaped(name), escaped(value))));
        return body.append("</table>\n").toString();
    }

    private static String table(ModelReport report, List<ReportTable.Row> rows) {
        StringBuilder table = new StringBuilder("<table>\n<tr><th></th>");
        for (int fold = 1; fold <= report.folds().size(); fold++) {
            table.append("<th>Fold ").append(fold).append("</th>");
        }
        table.append("<th>Together</th></tr>\n");
        for (ReportTable.Row row : rows) {
            table.append("<tr><td>").append(escaped(row.name())).append("</td>");
            Function<PeriodFigures, String> value = row.value();
            report.folds().forEach(fold -> table.append(cell(value.apply(fold))));
            table.append(cell(value.apply(report.together()))).append("</tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    private static String cell(@Nullable String value) {
        return "<td>" + escaped(String.valueOf(value)) + "</td>";
    }

    /** Foretold to the right, came true upwards; the size of a point tells of how many cases. */
    private static String reliability(List<ProbabilityFigures.Reliability> bins) {
        int most = bins.stream()
                .mapToInt(ProbabilityFigures.Reliability::cases)
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(
                """
                <svg viewBox="-8 -4 116 116" role="img" aria-label="Foretold probability to the right, share that came true upwards">
                <rect width="100" height="100" fill="none" stroke="#bbb" stroke-width=".5"/>
                <line x1="0" y1="100" x2="100" y2="0" stroke="#bbb" stroke-width=".5"/>
                """);
        for (ProbabilityFigures.Reliability bin : bins) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"#1565c0\"><title>%d cases</title></circle>%n",
                    100 * bin.foretold(),
                    100 - 100 * bin.cameTrue(),
                    0.8 + 2.2 * Math.sqrt((double) bin.cases() / most),
                    bin.cases()));
        }
        svg.append("<text x=\"50\" y=\"109\" font-size=\"5\" text-anchor=\"middle\">foretold, 0 to 1</text>\n</svg>\n");
        StringBuilder table =
                new StringBuilder("<table>\n<tr><th>Foretold</th><th>Came true</th><th>Cases</th></tr>\n");
        for (ProbabilityFigures.Reliability bin : bins) {
            table.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%.4f</td><td>%.4f</td><td>%d</td></tr>%n",
                    bin.foretold(),
                    bin.cameTrue(),
                    bin.cases()));
        }
        return svg.append(table).append("</table>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
