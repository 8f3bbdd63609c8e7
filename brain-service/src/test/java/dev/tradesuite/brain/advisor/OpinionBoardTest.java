package dev.tradesuite.brain.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpinionBoardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final OpinionBoard board = new OpinionBoard();

    @Test
    void anOpinionCountsFromWhenItWasFormedUntilItIsStale() {
        AdvisorOpinion opinion = opinion("a", NOON, 0.5);
        board.pin("EURUSD", Timeframe.M5, opinion);
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON.minusMillis(1))).isEmpty();
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON)).containsExactly(opinion);
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON.plusSeconds(900).minusMillis(1)))
                .containsExactly(opinion);
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON.plusSeconds(900))).isEmpty();
    }

    @Test
    void aNewerOpinionTakesThePlaceOfTheOlderOneAndNeverTheOtherWayRound() {
        AdvisorOpinion older = opinion("a", NOON, 0.5);
        AdvisorOpinion newer = opinion("a", NOON.plusSeconds(60), 0.1);
        board.pin("EURUSD", Timeframe.M5, newer);
        board.pin("EURUSD", Timeframe.M5, older);
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON.plusSeconds(60))).containsExactly(newer);
    }

    @Test
    void everyAdvisorHasItsPlaceOnEveryMarket() {
        board.pin("EURUSD", Timeframe.M5, opinion("b", NOON, 0.5));
        board.pin("EURUSD", Timeframe.M5, opinion("a", NOON, 0.5));
        board.pin("GBPUSD", Timeframe.M5, opinion("a", NOON, 0.5));
        assertThat(board.fresh("EURUSD", Timeframe.M5, NOON))
                .extracting(AdvisorOpinion::advisor)
                .containsExactly("a", "b");
        assertThat(board.fresh("GBPUSD", Timeframe.M5, NOON)).hasSize(1);
        assertThat(board.fresh("EURUSD", Timeframe.H1, NOON)).isEmpty();
    }

    private static AdvisorOpinion opinion(String advisor, Instant formedAt, double toBuy) {
        return new AdvisorOpinion(
                advisor,
                "model",
                formedAt,
                formedAt.plus(Duration.ofMinutes(15)),
                new Objections(toBuy, 0, "for a test"));
    }
}
