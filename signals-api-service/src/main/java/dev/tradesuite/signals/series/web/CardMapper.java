package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.signals.card.CardService;
import dev.tradesuite.signals.card.DecidingModel;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is to be told of a trained model wherever it is shown. */
@Component
public final class CardMapper {

    private static final long LIVE = 0;

    private final CardService cards;

    public CardMapper(CardService cards) {
        this.cards = cards;
    }

    /** The card of the version that gave an account its newest signal; empty for a rule, or while nobody knows it. */
    public Optional<VersionCard> card(ModelSelection selection, ModelAccount account) {
        return deciding(selection, account)
                .flatMap(model -> Optional.ofNullable(model.card()))
                // A version taken into use since the newest bar has said nothing here yet.
                .filter(card -> card.version().equals(account.modelVersion()));
    }

    /**
     * The card of the version that decides from now on, also before it has said anything; of a run over the past that
     * of {@link #card}.
     */
    Optional<VersionCard> inUse(ModelSelection selection, ModelAccount account) {
        return selection.run() == LIVE
                ? deciding(selection, account).flatMap(model -> Optional.ofNullable(model.card()))
                : card(selection, account);
    }

    /** Why a rule stands in for a version that cannot be read; null otherwise. */
    @Nullable
    Reason problem(ModelSelection selection, ModelAccount account) {
        return deciding(selection, account).map(DecidingModel::problem).orElse(null);
    }

    private Optional<DecidingModel> deciding(ModelSelection selection, ModelAccount account) {
        return selection
                .series()
                .flatMap(series -> cards.find(
                        series.symbol(), series.timeframe(), account.strategy().code()));
    }
}
