package dev.tradesuite.signals.series.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.card.CardService;
import dev.tradesuite.signals.card.DecidingModel;
import dev.tradesuite.signals.card.VersionCard;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardMapperTest {

    private static final Instant CLOSE = Instant.parse("2026-03-04T12:00:00Z");

    private final ModelAccount account = Accounts.account(2, "ML_XGB", CLOSE, CLOSE, "10000");
    private final ModelSelection live = Accounts.selection(account);
    private final CardMapper cards = new CardMapper(new CardService(
            (_, _) -> List.of(new DecidingModel("ML_XGB", card("new-version"), null)),
            Runnable::run,
            Clock.systemUTC()));

    @Test
    void aVersionShowsAsInUseBeforeItHasSaidAnything() {
        assertThat(cards.card(live, account)).isEmpty();
        assertThat(cards.inUse(live, account).map(VersionCard::version)).contains("new-version");
    }

    @Test
    void aRunOverThePastKnowsTheVersionItWasMadeWith() {
        ModelSelection past = new ModelSelection(7, live.symbol(), live.series(), live.accounts());

        assertThat(cards.inUse(past, account)).isEmpty();
    }

    private static VersionCard card(String version) {
        return new VersionCard(
                version,
                CLOSE,
                CLOSE,
                CLOSE,
                CLOSE,
                2_000,
                new VersionCard.Verdict(false, "No edge.", "/report"),
                Map.of());
    }
}
