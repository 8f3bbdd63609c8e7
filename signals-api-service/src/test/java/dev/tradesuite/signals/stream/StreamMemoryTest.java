package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamMemoryTest {

    private final StreamMemory memory = new StreamMemory(3);

    @BeforeEach
    void begin() {
        memory.startAt(10);
    }

    @Test
    void holdsTheNewestAndKnowsFromWhereOnItIsComplete() {
        assertThat(memory.newest()).isEqualTo(9);
        assertThat(memory.holdsFrom(9)).isFalse();
        assertThat(memory.holdsFrom(10)).isTrue();
        for (int seq = 10; seq < 15; seq++) {
            memory.add(StreamMessages.signal(seq, "RL_PPO"));
        }
        assertThat(memory.holdsFrom(11)).isFalse();
        assertThat(memory.holdsFrom(12)).isTrue();
        assertThat(memory.from(13, 10)).extracting(StreamMessage::seq).containsExactly(13L, 14L);
        assertThat(memory.from(12, 2)).extracting(StreamMessage::seq).containsExactly(12L, 13L);
    }

    @Test
    void aNumberWithNothingForClientsCountsAsRead() {
        memory.add(StreamMessages.signal(10, "RL_PPO"));
        memory.pass(11);
        assertThat(memory.newest()).isEqualTo(11);
        assertThat(memory.snapshot().seq()).isEqualTo(11);
    }

    @Test
    void theStateIsTheNewestAboutEachSubject() {
        memory.add(StreamMessages.signal(10, "RL_PPO"));
        memory.add(StreamMessages.position(11, "7", false));
        memory.add(StreamMessages.position(12, "8", false));
        memory.add(StreamMessages.signal(13, "RL_PPO"));
        memory.add(StreamMessages.position(14, "7", true));
        memory.addMoment(StreamMessages.price(14, "EURUSD", "tick"));
        assertThat(memory.snapshot().messages())
                .extracting(StreamMessage::text)
                .containsExactlyInAnyOrder("signal 13", "position 8 12", "tick");
    }

    @Test
    void barsOfSeveralLengthsOfASymbolStandBesideOneAnother() {
        memory.add(StreamMessages.signal(10, "M5", "RL_PPO"));
        memory.add(StreamMessages.signal(11, "H1", "RL_PPO"));
        memory.add(StreamMessages.equity(12, "H1", "hour"));
        memory.addMoment(StreamMessages.equity(12, "M5", "moment"));
        assertThat(memory.snapshot().messages())
                .extracting(StreamMessage::text)
                .containsExactlyInAnyOrder("signal 10", "signal 11", "hour", "moment");
    }

    @Test
    void whatIsOlderThanTheMessagesFillsTheGapsAlone() {
        memory.add(StreamMessages.signal(10, "RL_PPO"));
        memory.fill(List.of(StreamMessages.signal(-1, "RL_PPO"), StreamMessages.signal(-1, "ML_XGB")));
        assertThat(memory.snapshot().messages())
                .extracting(StreamMessage::text)
                .containsExactly("signal 10", "signal -1");
    }
}
