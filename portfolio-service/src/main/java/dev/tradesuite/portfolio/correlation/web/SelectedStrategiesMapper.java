package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.SelectedStrategies;
import dev.tradesuite.portfolio.correlation.UnlikeStrategyService;
import dev.tradesuite.quant.diversification.UnlikeSelection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes selections as the contracts say. */
final class SelectedStrategiesMapper {

    private SelectedStrategiesMapper() {}

    static SelectedStrategies selected(
            UnlikeStrategyService.Question question, UnlikeStrategyService.Selected selected) {
        List<String> codes = selected.codes();
        return new SelectedStrategies(
                selected.asOf(),
                question.window(),
                question.by(),
                selected.labels(),
                selected.selection().chosen().stream()
                        .map(asset -> new SelectedStrategies.Selected(codes.get(asset), selected.scores()[asset]))
                        .toList(),
                Stream.concat(
                                selected.selection().leftOut().stream()
                                        .map(one -> leftOut(selected, one, question.most())),
                                selected.without().stream().map(SelectedStrategiesMapper::withoutReturns))
                        .toList());
    }

    private static SelectedStrategies.LeftOut leftOut(
            UnlikeStrategyService.Selected selected, UnlikeSelection.LeftOut one, double most) {
        double score = selected.scores()[one.asset()];
        String because = one.because().map(asset -> selected.codes().get(asset)).orElse(null);
        return new SelectedStrategies.LeftOut(
                selected.codes().get(one.asset()),
                Double.isNaN(score) ? null : score,
                reason(one, String.valueOf(because), most),
                because,
                CorrelationReportMapper.orNull(one.correlation()));
    }

    private static Reason reason(UnlikeSelection.LeftOut one, String because, double most) {
        return switch (one.cause()) {
            case TOO_ALIKE ->
                Reason.of(
                        CorrelationReason.TOO_ALIKE,
                        String.format(
                                Locale.ROOT,
                                "%.2f with %s, which is better; %.2f is allowed",
                                one.correlation().orElseThrow(),
                                because,
                                most));
            case CORRELATION_UNKNOWN ->
                Reason.of(
                        CorrelationReason.CORRELATION_UNKNOWN,
                        "its correlation with %s, which is better, is not known".formatted(because));
            case COUNT_REACHED ->
                Reason.of(CorrelationReason.COUNT_REACHED, CorrelationReason.COUNT_REACHED.sentence());
            case SCORE_UNKNOWN ->
                Reason.of(CorrelationReason.SCORE_UNKNOWN, CorrelationReason.SCORE_UNKNOWN.sentence());
        };
    }

    private static SelectedStrategies.LeftOut withoutReturns(String code) {
        return new SelectedStrategies.LeftOut(
                code, null, Reason.of(CorrelationReason.SCORE_UNKNOWN, "it has no return in the window"), null, null);
    }
}
