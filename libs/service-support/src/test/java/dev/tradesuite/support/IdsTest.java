package dev.tradesuite.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void identifiersGrowEvenWithinAMillisecond() {
        List<String> ids =
                Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void identifiersAreUuidsOfVersionSevenThatTellTheTime() {
        long before = System.currentTimeMillis();
        UUID id = Ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        // The first 48 bits; the counter may run ahead of the clock by a little.
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, before + 1_000);
    }

    @Test
    void leastIdentifierOfAMomentPartsWhatWasMadeBeforeFromWhatIsMadeAfter() {
        Instant before = Instant.now().minusMillis(1);
        String made = Ids.next().toString();

        assertThat(Ids.least(before).toString()).isLessThan(made);
        assertThat(Ids.least(before.plusSeconds(60)).toString()).isGreaterThan(made);
        assertThat(Ids.least(Instant.MIN)).hasToString("00000000-0000-7000-8000-000000000000");
    }

    @Test
    void identifiersOfManyThreadsDiffer() {
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(_ -> Ids.next())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
