package dev.tradesuite.brain.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.brain.advisor.AdvisorOpinions.Heard;
import dev.tradesuite.brain.advisor.AdvisorRound.WatchedMarket;
import dev.tradesuite.brain.advisor.AdvisorSource.Known;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorOpinionsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final OpinionBoard board = new OpinionBoard();
    private final AdvisorOpinions opinions = new AdvisorOpinions(
            List.of(new Known("a", "a-1", true), new Known("b", "b-1", false)),
            List.of(
                    new WatchedMarket("EURUSD", Timeframe.H1),
                    new WatchedMarket("EURUSD", Timeframe.M5),
                    new WatchedMarket("GBPUSD", Timeframe.M5)),
            board);

    @Test
    void anAdvisorIsHeardOnceForEachTimeframeAndOneWithoutAKeySaysThatItIsOff() {
        assertThat(opinions.of("EURUSD", NOON))
                .extracting(Heard::advisor, heard -> heard.timeframe().orElse(null), AdvisorOpinionsTest::why)
                .containsExactly(
                        tuple("a", Timeframe.M5, "NO_OPINION"),
                        tuple("a", Timeframe.H1, "NO_OPINION"),
                        tuple("b", null, "ADVISOR_OFF"));
    }

    @Test
    void aSymbolNobodyWatchesSaysSo() {
        assertThat(opinions.of("USDJPY", NOON))
                .extracting(AdvisorOpinionsTest::why)
                .containsExactly("NOT_WATCHED", "ADVISOR_OFF");
    }

    @Test
    void aFreshOpinionHasNoReasonAndAStaleOneIsShownWithIt() {
        pin(NOON);

        assertThat(onGbpUsd(NOON).missing()).isEmpty();
        Heard later = onGbpUsd(NOON.plusSeconds(900));
        assertThat(later.newest()).isPresent();
        assertThat(why(later)).isEqualTo("OPINION_STALE");
    }

    @Test
    void theLastFailureIsTheReasonUntilItAnswersAgain() {
        board.note("GBPUSD", Timeframe.M5, "a", silence(NOON));
        assertThat(why(onGbpUsd(NOON))).isEqualTo("OPINION_WITHHELD");
        pin(NOON.plusSeconds(60));
        assertThat(why(onGbpUsd(NOON.plusSeconds(1_000)))).isEqualTo("OPINION_STALE");
        board.note("GBPUSD", Timeframe.M5, "a", silence(NOON.plusSeconds(120)));
        assertThat(onGbpUsd(NOON.plusSeconds(130)).missing()).isEmpty();
        assertThat(why(onGbpUsd(NOON.plusSeconds(1_000)))).isEqualTo("OPINION_WITHHELD");
    }

    private Heard onGbpUsd(Instant moment) {
        return opinions.of("GBPUSD", moment).getFirst();
    }

    private void pin(Instant formedAt) {
        board.pin(
                "GBPUSD",
                Timeframe.M5,
                new AdvisorOpinion(
                        "a",
                        "a-1",
                        formedAt,
                        formedAt.plus(Duration.ofMinutes(15)),
                        new Objections(0.4, 0, "for a test")));
    }

    private static OpinionBoard.Silence silence(Instant at) {
        return new OpinionBoard.Silence(at, Reason.of(SignalReason.OPINION_WITHHELD, "for a test"));
    }

    private static String why(Heard heard) {
        return heard.missing().map(Reason::code).orElse("");
    }
}
