package dev.tradesuite.signals.report.web;

import dev.tradesuite.contracts.signals.PerformanceDetails.ReturnCount;
import java.util.List;
import java.util.Locale;

/** Draws how often returns of what size came as an SVG image that stands in a page. */
final class CountChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 180;
    private static final int BOTTOM = 24;

    private CountChart() {}

    /** @param bins at least one */
    static String svg(List<ReturnCount> bins) {
        int most = bins.stream().mapToInt(ReturnCount::count).max().orElse(1);
        double width = (double) WIDTH / bins.size();
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < bins.size(); i++) {
            ReturnCount bin = bins.get(i);
            double height = (double) (HEIGHT - BOTTOM) * bin.count() / most;
            bars.append(String.format(
                    Locale.ROOT,
                    """
                    <rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#1f5fa8"><title>%.3f to %.3f %%: %d</title></rect>
                    """,
                    i * width + 1,
                    HEIGHT - BOTTOM - height,
                    width - 2,
                    height,
                    bin.fromPct(),
                    bin.toPct(),
                    bin.count()));
        }
        return String.format(
                Locale.ROOT,
                """
                <svg viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">
                <title>Returns by their size</title>
                %s<text x="0" y="%d" fill="#52606d">%.3f %%</text>
                <text x="%d" y="%d" text-anchor="end" fill="#52606d">%.3f %%</text>
                </svg>
                """,
                WIDTH,
                HEIGHT,
                bars,
                HEIGHT - 6,
                bins.getFirst().fromPct(),
                WIDTH,
                HEIGHT - 6,
                bins.getLast().toPct());
    }
}
