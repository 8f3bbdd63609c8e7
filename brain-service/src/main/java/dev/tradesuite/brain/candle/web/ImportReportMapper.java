package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.ImportResult;
import dev.tradesuite.brain.candle.SymbolMerge;
import dev.tradesuite.contracts.brain.ImportReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Results of imports as they leave the service. */
final class ImportReportMapper {

    private ImportReportMapper() {}

    static ImportReport of(ImportResult result) {
        return of(result, List.of());
    }

    /** @param notices what was done before the rows were read */
    static ImportReport of(ImportResult result, List<String> notices) {
        Map<String, Long> refusedByReason = new LinkedHashMap<>();
        result.refusedByReason().forEach((reason, count) -> refusedByReason.put(reason.name(), count));
        long millis = Math.max(1, result.elapsed().toMillis());
        return new ImportReport(
                result.order().source(),
                result.order().timeframe(),
                result.rowsRead(),
                result.stored(),
                result.replaced(),
                result.duplicate(),
                result.refused(),
                refusedByReason,
                result.refusals().stream()
                        .map(row -> new ImportReport.RefusedRow(
                                row.line(), row.reason().name(), row.reason().sentence() + " Found: " + row.found()))
                        .toList(),
                result.symbols().stream().map(ImportReportMapper::symbol).toList(),
                Stream.concat(notices.stream(), result.warnings().stream()).toList(),
                millis,
                result.rowsRead() * 1000 / millis);
    }

    private static ImportReport.SymbolReport symbol(ImportResult.SymbolResult symbol) {
        SymbolMerge merge = symbol.merge();
        return new ImportReport.SymbolReport(
                merge.symbol(),
                merge.stored(),
                merge.replaced(),
                merge.duplicate(),
                merge.conflicting() + merge.overlapping(),
                merge.flat(),
                merge.zeroVolume(),
                merge.timeMoved(),
                merge.withoutVolume(),
                merge.adjusted(),
                merge.implausible(),
                symbol.first(),
                symbol.last(),
                symbol.gaps().count(),
                symbol.gaps().sessionCount(),
                symbol.gaps().longest().stream()
                        .map(gap -> new ImportReport.Gap(gap.after(), gap.before(), gap.missing()))
                        .toList());
    }
}
