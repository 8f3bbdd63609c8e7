package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.CardFacts;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import dev.tradesuite.learning.report.ReportTable;
import java.io.PrintWriter;
import java.util.List;

/** Cards and reports as text. */
final class Console {

    private static final int NAME = 30;
    private static final int FIGURE = 12;

    private Console() {}

    /** Everything the card says, the verdict last. */
    static void print(PrintWriter out, ModelCard card) {
        CardFacts.of(card).forEach((name, value) -> out.println(padded(name) + " " + value));
        out.println();
        print(out, card.report(), ReportTable.TRADING);
        if (card.report().together().probabilities() != null) {
            print(out, card.report(), ReportTable.PROBABILITIES);
        }
        out.println(card.report().verdict().sentence());
        out.flush();
    }

    private static void print(PrintWriter out, ModelReport report, List<ReportTable.Row> rows) {
        StringBuilder head = new StringBuilder(padded(""));
        for (int fold = 1; fold <= report.folds().size(); fold++) {
            head.append(right("Fold " + fold));
        }
        out.println(head.append(right("Together")));
        for (ReportTable.Row row : rows) {
            StringBuilder line = new StringBuilder(padded(row.name()));
            for (PeriodFigures fold : report.folds()) {
                line.append(right(row.value().apply(fold)));
            }
            out.println(line.append(right(row.value().apply(report.together()))));
        }
        out.println();
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(0, NAME - text.length()));
    }

    private static String right(String text) {
        return " ".repeat(Math.max(1, FIGURE - text.length())) + text;
    }
}
