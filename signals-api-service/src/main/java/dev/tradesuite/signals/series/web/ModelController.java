package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.signals.ModelList;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the models. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ModelController {

    private final SelectionMapper selections;
    private final CardMapper cards;

    ModelController(SelectionMapper selections, CardMapper cards) {
        this.selections = selections;
        this.cards = cards;
    }

    /** The models that have an account on a symbol. */
    @Operation(summary = "List the models with their newest version, and whether a rule stands in for a trained one")
    @GetMapping("/api/models")
    ModelList models(
            @RequestParam(required = false) @Nullable String symbol, @RequestParam(defaultValue = "0") long run) {
        ModelSelection selection = selections.selection(symbol, run, "strategies", null);
        return new ModelList(
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                run,
                selection.label().orElse(null),
                selection.accounts().stream()
                        .map(account -> entry(selection, account))
                        .toList(),
                HeadMapper.reason(selection, selection.accounts().isEmpty(), NoDataReason.NO_ACCOUNTS));
    }

    private ModelList.ModelEntry entry(ModelSelection selection, ModelAccount account) {
        return new ModelList.ModelEntry(
                account.strategy().code(),
                account.strategy().name(),
                account.strategy().type(),
                account.modelVersion(),
                account.proxy(),
                cards.inUse(selection, account).map(ModelController::card).orElse(null),
                cards.problem(selection, account));
    }

    private static ModelList.ListedCard card(VersionCard card) {
        return new ModelList.ListedCard(
                card.version(),
                card.inUseSince(),
                card.trainedAt(),
                card.dataFrom(),
                card.dataTo(),
                card.dataBars(),
                card.verdict().edge(),
                card.verdict().sentence(),
                card.figures(),
                card.verdict().report());
    }
}
