package dev.tradesuite.signals.calibration.web;

import dev.tradesuite.contracts.signals.ModelCalibration;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.quant.performance.Calibration;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.ReliabilityBin;
import dev.tradesuite.signals.calibration.CalibrationService;
import dev.tradesuite.signals.calibration.SignalCalibration;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.OneModel;
import dev.tradesuite.signals.series.web.FigureMapper;
import dev.tradesuite.signals.series.web.HeadMapper;
import java.util.List;
import java.util.Optional;

/** Calibration as the contract has it. */
public final class CalibrationMapper {

    private CalibrationMapper() {}

    /**
     * The calibration of one model.
     *
     * @param found empty without an account
     */
    public static ModelCalibration answer(OneModel model, Optional<SignalCalibration> found) {
        ModelSelection selection = model.selection();
        FigureMapper figures = new FigureMapper();
        Optional<Calibration> calibration = found.map(SignalCalibration::calibration);
        int count = calibration.map(Calibration::count).orElse(0);
        Metric none = Metric.absent(MetricReason.NO_FORECASTS);
        return new ModelCalibration(
                found.map(SignalCalibration::first).orElse(null),
                found.map(SignalCalibration::last).orElse(null),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                model.strategy().code(),
                model.strategy().name(),
                model.modelVersion(),
                model.proxy(),
                CalibrationService.HORIZON,
                count,
                figures.value("brier_score", calibration.map(Calibration::brier).orElse(none)),
                figures.value(
                        "brier_of_base_rate",
                        calibration.map(Calibration::brierOfBaseRate).orElse(none)),
                figures.value("hit_rate", calibration.map(Calibration::hitRate).orElse(none)),
                figures.value(
                        "mean_confidence",
                        count == 0
                                ? none
                                : found.map(all -> Metric.of(all.meanConfidence()))
                                        .orElse(none)),
                calibration.map(Calibration::bins).orElse(List.of()).stream()
                        .map(CalibrationMapper::bin)
                        .toList(),
                figures.unavailable(),
                HeadMapper.reason(selection, count == 0, NoDataReason.NO_FORECASTS));
    }

    private static ModelCalibration.CalibrationBin bin(ReliabilityBin bin) {
        return new ModelCalibration.CalibrationBin(
                bin.from(), bin.to(), bin.count(), bin.meanForecast(), bin.hitRate());
    }
}
