package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AudienceServiceTest {

    private static final StreamReader ANN = new StreamReader(true, Set.of("ann"), false);
    private static final StreamReader BOB = new StreamReader(true, Set.of("bob"), false);
    private static final StreamReader BOTH = new StreamReader(true, Set.of("ann", "bob"), false);
    private static final StreamReader DESK = new StreamReader(true, Set.of("ann", "group:desk"), false);
    private static final StreamReader ADMIN = new StreamReader(true, Set.of("root"), true);

    private final Map<String, String> sources = Map.of(
            "held",
            "hold:AAPL",
            "anns",
            "account:a",
            "bobs",
            "account:b",
            "markets",
            "portfolio:7",
            "desks",
            "account:d");

    private final AudienceService audiences = new AudienceService(
            new OwnerSource() {
                @Override
                public Optional<String> ownerOf(OwnedBooks books) {
                    return switch (books.toString()) {
                        case "account a", "portfolio 7" -> Optional.of("ann");
                        case "account b" -> Optional.of("bob");
                        case "account d" -> Optional.of("group:desk");
                        default -> Optional.empty();
                    };
                }

                @Override
                public Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> owners) {
                    return Set.of();
                }
            },
            code -> Optional.ofNullable(sources.get(code)));

    @Test
    void accountIsForItsOwnerAndWhoeverSeesAll() {
        StreamAudience audience = audiences.ofAccount("a");

        assertThat(audience.includes(ANN)).isTrue();
        assertThat(audience.includes(ADMIN)).isTrue();
        assertThat(audience.includes(BOB)).isFalse();
        assertThat(audience.includes(StreamReader.NOBODY)).isFalse();
    }

    @Test
    void accountNobodyKnowsIsForWhoeverSeesAll() {
        assertThat(audiences.ofAccount("x").includes(ANN)).isFalse();
        assertThat(audiences.ofAccount("no account").includes(ADMIN)).isTrue();
    }

    @Test
    void strategyIsForReadersUnlessItIsOnSomebodysBooks() {
        assertThat(audiences.ofStrategies(List.of("held"))).isEqualTo(new StreamAudience.Readers());
        assertThat(new StreamAudience.Readers().includes(BOB)).isTrue();
        assertThat(new StreamAudience.Readers().includes(StreamReader.NOBODY)).isFalse();
        assertThat(audiences.ofStrategies(List.of("markets")).includes(ANN)).isTrue();
        assertThat(audiences.ofStrategies(List.of("markets")).includes(BOB)).isFalse();
    }

    @Test
    void pairIsForWhoMayHearOfBoth() {
        assertThat(audiences.ofStrategies(List.of("held", "anns")).includes(ANN))
                .isTrue();
        assertThat(audiences.ofStrategies(List.of("held", "anns")).includes(BOB))
                .isFalse();
        StreamAudience both = audiences.ofStrategies(List.of("anns", "bobs"));
        assertThat(both.includes(ANN)).isFalse();
        assertThat(both.includes(BOB)).isFalse();
        assertThat(both.includes(BOTH)).isTrue();
        assertThat(both.includes(ADMIN)).isTrue();
    }

    @Test
    void pairOnBooksOfAReaderAndOfItsGroupIsForThatReader() {
        StreamAudience both = audiences.ofStrategies(List.of("anns", "desks"));

        assertThat(both.includes(DESK)).isTrue();
        assertThat(both.includes(ANN)).isFalse();
        assertThat(both.includes(new StreamReader(true, Set.of("carl", "group:desk"), false)))
                .isFalse();
        assertThat(both.includes(new StreamReader(false, Set.of("ann", "group:desk"), false)))
                .isFalse();
    }

    @Test
    void pairWithBooksOfNobodyIsForWhoeverSeesAll() {
        assertThat(audiences.ofAccounts(List.of("a", "x")).includes(ANN)).isFalse();
        assertThat(audiences.ofAccounts(List.of("a", "x")).includes(ADMIN)).isTrue();
    }

    @Test
    void whatNobodyKnowsIsForWhoeverSeesAll() {
        assertThat(audiences.ofStrategies(List.of()).includes(ANN)).isFalse();
        assertThat(audiences.ofStrategies(List.of("unknown")).includes(ANN)).isFalse();
        assertThat(audiences.ofStrategies(List.of("unknown")).includes(ADMIN)).isTrue();
    }
}
