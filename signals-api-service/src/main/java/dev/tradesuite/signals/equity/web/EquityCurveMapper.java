package dev.tradesuite.signals.equity.web;

import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.signals.equity.AccountCurve;
import dev.tradesuite.signals.equity.AccountCurveService;
import dev.tradesuite.signals.equity.CurveWindow;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.web.HeadMapper;
import dev.tradesuite.support.Sha256;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link EquityCurves} while the curves are read, one at a time. */
@Component
class EquityCurveMapper {

    private final AccountCurveService curves;
    private final JsonMapper json;

    EquityCurveMapper(AccountCurveService curves, JsonMapper json) {
        this.curves = curves;
        this.json = json;
    }

    /** Differs whenever the answer does: accounts are counted up with every bar. */
    static String tag(ModelSelection selection, int hours, EquityResolution resolution) {
        String accounts = selection.accounts().stream()
                .map(account -> "%d:%d:%s:%s"
                        .formatted(account.strategy().id(), account.version(), account.firstBar(), account.last()))
                .collect(Collectors.joining(","));
        return "W/\"%s\""
                .formatted(Sha256.hex("%d|%s|%s|%d|%s|%s"
                        .formatted(
                                selection.run(),
                                selection.symbol(),
                                HeadMapper.timeframe(selection),
                                hours,
                                resolution.wireName(),
                                accounts)));
    }

    void write(ModelSelection selection, int hours, EquityResolution resolution, OutputStream body) {
        Optional<CurveWindow> window =
                selection.end().map(end -> new CurveWindow(end.minus(Duration.ofHours(hours)), end));
        try (JsonGenerator to = json.createGenerator(body)) {
            to.writeStartObject();
            property(to, "start_date", window.map(CurveWindow::from).orElse(null));
            property(to, "end_date", window.map(CurveWindow::to).orElse(null));
            property(to, "resolution", resolution);
            property(to, "symbol", selection.symbol().orElse(null));
            property(to, "timeframe", HeadMapper.timeframe(selection));
            property(to, "run", selection.run());
            property(to, "label", selection.label().orElse(null));
            to.writeArrayPropertyStart("curves");
            if (window.isPresent()) {
                ModelSeries series = selection.series().orElseThrow();
                ReadAhead.each(
                        selection.accounts(),
                        account -> curves.of(series, account, window.get(), resolution),
                        read -> curve(to, read));
            }
            to.writeEndArray();
            property(to, "reason", HeadMapper.reason(selection, window.isEmpty(), NoDataReason.NO_EQUITY));
            to.writeEndObject();
        }
    }

    private static void curve(JsonGenerator to, AccountCurve curve) {
        to.writeStartObject();
        property(to, "strategy_code", curve.account().strategy().code());
        property(to, "strategy_name", curve.account().strategy().name());
        property(to, "model_version", curve.account().modelVersion());
        property(to, "proxy", curve.account().proxy());
        to.writeArrayPropertyStart("data");
        new PointWriter(to).write(curve.points());
        to.writeEndArray();
        OptionalDouble gained = curve.returnPercent();
        property(
                to,
                "summary",
                new EquityCurves.CurveSummary(
                        curve.starting(),
                        curve.ending().orElse(null),
                        gained.isPresent() ? gained.getAsDouble() : null));
        to.writeEndObject();
    }

    private static void property(JsonGenerator to, String name, @Nullable Object value) {
        if (value != null) {
            to.writePOJOProperty(name, value);
        }
    }
}
