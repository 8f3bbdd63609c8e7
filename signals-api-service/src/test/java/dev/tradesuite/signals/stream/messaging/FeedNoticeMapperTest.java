package dev.tradesuite.signals.stream.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.signals.stream.StreamAudience;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FeedNoticeMapperTest {

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<StreamAudience> audiences() {
        return Stream.of(
                new StreamAudience.Readers(),
                new StreamAudience.Owners(Set.of("ann")),
                new StreamAudience.Owners(Set.of("ann", "group:desk")),
                StreamAudience.administrators());
    }

    @ParameterizedTest
    @MethodSource("audiences")
    void noticeIsReadAsItWasWritten(StreamAudience audience) {
        assertThat(read(notice(audience))).isEqualTo(audience);
    }

    @Test
    void noticeOfBooksWithOneOwnerNamesItAsBefore() {
        assertThat(notice(new StreamAudience.Owners(Set.of("ann")))
                        .path("owner")
                        .asString())
                .isEqualTo("ann");
    }

    private StreamAudience read(ObjectNode notice) {
        return new FeedTextMapper(json).notice(7, notice).subject().audience();
    }

    private ObjectNode notice(StreamAudience audience) {
        return FeedNoticeMapper.notice(
                audience,
                FeedNoticeMapper.message(
                        "activity",
                        Instant.parse("2026-03-02T10:00:00Z"),
                        "correlation.pair",
                        Optional.empty(),
                        json.createObjectNode()));
    }
}
