package dev.tradesuite.signals.report.web;

import static dev.tradesuite.signals.report.web.HtmlTable.escaped;
import static dev.tradesuite.signals.report.web.HtmlTable.number;

import dev.tradesuite.contracts.signals.ModelCalibration;
import dev.tradesuite.contracts.signals.PerformanceComparison.StrategyPerformance;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.contracts.signals.PerformanceDetails.CurveFigures;
import dev.tradesuite.contracts.signals.UnavailableField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a model did, as one page of HTML without script or links that prints well. */
final class PerformanceReportPage {

    /** What is between the style tags; the page's policy names its hash. */
    static final String STYLE =
            """

            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff; }
            table { border-collapse: collapse; margin: 1em 0; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid #ddd; padding: .3em .6em; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            .note { border-left: .4em solid #b26a00; padding: .6em 1em; background: #f6f6f6; }
            svg { width: 100%; height: auto; }
            @page { margin: 15mm; }
            @media print { body { margin: 0; max-width: none; font-size: 11px; } section { break-inside: avoid; } }
            """;

    private final ReportContent content;
    private final PerformanceDetails details;

    private PerformanceReportPage(ReportContent content) {
        this.content = content;
        this.details = content.details();
    }

    static String html(ReportContent content) {
        return new PerformanceReportPage(content).page();
    }

    private String page() {
        String title = escaped("%s on %s".formatted(details.strategyName(), text(details.symbol(), "no symbol")));
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title
                + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>" + title + "</h1>\n" + body()
                + "</body>\n</html>\n";
    }

    private String body() {
        String head = about();
        if (details.summary() == null || details.reason() != null) {
            String why = details.reason() == null ? "" : details.reason().message();
            return head + "<p class=\"note\">" + escaped(why) + "</p>\n";
        }
        return head
                + figures(details.summary())
                + trades()
                + curves()
                + calendar()
                + distribution()
                + falls()
                + calibration(content.calibration())
                + absent();
    }

    private String about() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Period", details.period().wireName()));
        rows.add(List.of("From", text(details.startDate(), "")));
        rows.add(List.of("To", text(details.endDate(), "")));
        rows.add(List.of("Model", details.strategyCode() + " " + text(details.modelVersion(), "")));
        rows.add(List.of("Prices", text(details.label(), "")));
        rows.add(List.of("Run", details.run() == 0 ? "live" : Long.toString(details.run())));
        String rule = Boolean.TRUE.equals(details.proxy())
                ? "<p class=\"note\">A rule stands in for a trained model.</p>\n"
                : "";
        return rule + verdict() + HtmlTable.of(List.of("", ""), rows);
    }

    private String verdict() {
        return details.verdict() == null ? "" : "<p class=\"note\">%s</p>\n".formatted(escaped(details.verdict()));
    }

    private String figures(CurveFigures account) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(figures("This account", account));
        details.baselines()
                .forEach(baseline -> rows.add(figures(
                        switch (baseline.name()) {
                            case DO_NOTHING -> "Doing nothing";
                            case BUY_AND_HOLD -> "Buying and holding, without costs";
                        },
                        baseline.figures())));
        return section(
                "Figures",
                HtmlTable.of(
                                List.of(
                                        "",
                                        "Return %",
                                        "Deepest fall %",
                                        "Volatility % a year",
                                        "Sharpe",
                                        "Sortino",
                                        "Calmar"),
                                rows)
                        + "<p>From %d %s returns, made yearly with %s.</p>\n"
                                .formatted(
                                        account.basis().count(),
                                        account.basis().returnInterval().equals("DAILY") ? "daily" : "hourly",
                                        number(account.basis().annualisationFactor(), 4)));
    }

    private static List<String> figures(String name, CurveFigures figures) {
        return List.of(
                name,
                number(figures.totalReturnPct(), 3),
                number(figures.maxDrawdownPct(), 3),
                number(figures.volatilityPct(), 3),
                number(figures.sharpeRatio(), 3),
                number(figures.sortinoRatio(), 3),
                number(figures.calmarRatio(), 3));
    }

    private String trades() {
        return content.compared()
                .map(compared -> section(
                        "Trades",
                        HtmlTable.of(
                                List.of(
                                        "Closed",
                                        "Win rate",
                                        "Profit factor",
                                        "Mean minutes held",
                                        "Open",
                                        "Equity, USD"),
                                List.of(List.of(
                                        Integer.toString(compared.totalTrades()),
                                        number(compared.winRate(), 4),
                                        number(compared.profitFactor(), 3),
                                        number(compared.avgHoldTimeMinutes(), 1),
                                        Integer.toString(compared.openPositions()),
                                        equity(compared))))))
                .orElse("");
    }

    private static String equity(StrategyPerformance compared) {
        return compared.currentEquity() == null
                ? ""
                : number(compared.currentEquity().doubleValue(), 2);
    }

    private String curves() {
        return content.curve()
                        .map(curve -> section("Equity, USD", CurveChart.svg("Equity", CurvePoints.equity(curve)))
                                + section(
                                        "Fall from the highest equity, %",
                                        CurveChart.svg("Fall", CurvePoints.falls(curve))))
                        .orElse("")
                + rolling();
    }

    private String rolling() {
        List<CurveChart.ChartPoint> points = CurvePoints.sharpe(details);
        return points.isEmpty() || details.rolling() == null
                ? ""
                : section(
                        "Sharpe ratio of the newest %d returns"
                                .formatted(details.rolling().window()),
                        CurveChart.svg("Sharpe ratio", points));
    }

    private String calendar() {
        List<List<String>> rows = Stream.concat(
                        details.yearlyReturns().stream()
                                .map(year -> List.of(Integer.toString(year.year()), number(year.returnPct(), 3))),
                        details.monthlyReturns().stream()
                                .map(month -> List.of(
                                        month.month().toString().substring(0, 7), number(month.returnPct(), 3))))
                .toList();
        return section("Years and months", HtmlTable.of(List.of("", "Return %"), rows));
    }

    private String distribution() {
        return details.histogram().isEmpty()
                ? ""
                : section("Returns by their size", CountChart.svg(details.histogram()));
    }

    private String falls() {
        List<List<String>> rows = details.drawdowns().stream()
                .map(fall -> List.of(
                        number(fall.depthPct(), 3),
                        fall.peakAt().toString(),
                        fall.troughAt().toString(),
                        text(fall.recoveredAt(), "not yet")))
                .toList();
        return section(
                "The deepest of %d falls".formatted(details.drawdownCount()),
                HtmlTable.of(List.of("Depth %", "High", "Low", "High again"), rows));
    }

    private static String calibration(ModelCalibration calibration) {
        List<List<String>> rows = calibration.bins().stream()
                .map(bin -> List.of(
                        number(bin.from(), 2) + " to " + number(bin.to(), 2),
                        Integer.toString(bin.count()),
                        number(bin.meanConfidence(), 4),
                        number(bin.hitRate(), 4)))
                .toList();
        return section(
                "What came of its signals",
                "<p>%d signals to buy or sell, looked at %d bars later; a hit has paid its costs. Hit rate %s, Brier score %s, of always saying the hit rate %s.</p>\n"
                                .formatted(
                                        calibration.n(),
                                        calibration.horizonBars(),
                                        or(number(calibration.hitRate(), 4)),
                                        or(number(calibration.brierScore(), 4)),
                                        or(number(calibration.brierOfBaseRate(), 4)))
                        + (rows.isEmpty() ? "" : HtmlTable.of(List.of("Confidence", "Signals", "Mean", "Hits"), rows)));
    }

    /** What could not be computed, and why. */
    private String absent() {
        Stream<UnavailableField> fields = Stream.of(
                        content.compared().map(StrategyPerformance::unavailable).orElse(List.of()),
                        content.calibration().unavailable())
                .flatMap(List::stream);
        String list = fields.map(
                        field -> "<li>%s: %s</li>\n".formatted(escaped(field.field()), escaped(field.reason())))
                .distinct()
                .collect(Collectors.joining());
        return list.isEmpty() ? "" : section("Not to be computed", "<ul>\n" + list + "</ul>\n");
    }

    private static String section(String title, String inner) {
        return "<section>\n<h2>" + escaped(title) + "</h2>\n" + inner + "</section>\n";
    }

    private static String text(@Nullable Object value, String otherwise) {
        return Objects.toString(value, otherwise);
    }

    private static String or(String figure) {
        return figure.isEmpty() ? "unknown" : figure;
    }
}
