package dev.tradesuite.signals.report.web;

import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.signals.report.web.CurveChart.ChartPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is drawn of a curve. */
final class CurvePoints {

    private CurvePoints() {}

    static List<ChartPoint> equity(EquityCurve curve) {
        return IntStream.range(0, curve.size())
                .mapToObj(i -> new ChartPoint(curve.time(i), curve.equity(i)))
                .toList();
    }

    /** In percent of the highest equity so far, 0 or negative. */
    static List<ChartPoint> falls(EquityCurve curve) {
        List<ChartPoint> falls = new ArrayList<>();
        double peak = curve.first();
        for (int i = 0; i < curve.size(); i++) {
            peak = Math.max(peak, curve.equity(i));
            falls.add(new ChartPoint(curve.time(i), (curve.equity(i) / peak - 1) * 100));
        }
        return falls;
    }

    /** Rolling ratios, where there are some. */
    static List<ChartPoint> sharpe(PerformanceDetails details) {
        return details.rolling() == null
                ? List.of()
                : details.rolling().points().stream()
                        .flatMap(point -> Stream.ofNullable(point.sharpeRatio())
                                .map(ratio -> new ChartPoint(point.timestamp(), ratio)))
                        .toList();
    }
}
