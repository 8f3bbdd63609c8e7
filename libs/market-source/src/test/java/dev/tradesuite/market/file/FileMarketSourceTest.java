package dev.tradesuite.market.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.config.MarketSources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMarketSourceTest {

    private static final String MARKET =
            """
            {"id": "%s", "question": "Will it snow?", "outcomes": "[\\"Yes\\", \\"No\\"]",
             "outcomePrices": "[\\"0.4\\", \\"0.6\\"]", "active": true, "closed": false, "acceptingOrders": true,
             "enableOrderBook": true, "updatedAt": "%s", "events": [{"id": "5", "title": "Snow", "active": true}]}
            """;

    @TempDir
    Path folder;

    @Test
    void readsAnArrayOfMarketsAsOldAsItsNewestUpdate() throws IOException {
        Path file = write(
                "markets.json",
                "[" + MARKET.formatted("1", "2026-01-31T18:05:00Z") + ","
                        + MARKET.formatted("2", "2026-01-31T18:06:00Z") + "]");
        MarketSnapshot snapshot = MarketSources.file(file).snapshot();
        assertThat(snapshot.takenAt()).isEqualTo("2026-01-31T18:06:00Z");
        assertThat(snapshot.events()).singleElement().satisfies(event -> {
            assertThat(event.title()).isEqualTo("Snow");
            assertThat(event.markets()).extracting(Market::id).containsExactly("1", "2");
        });
    }

    @Test
    void readsACompressedArrayOfEvents() throws IOException {
        Path file = folder.resolve("events.json.gz");
        String events = "[{\"id\": \"8\", \"title\": \"Ice\", \"active\": true, \"markets\": ["
                + MARKET.formatted("1", "2026-01-31T18:05:00Z") + "]}]";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(events.getBytes(StandardCharsets.UTF_8));
        }
        MarketSource source = MarketSources.file(file);
        assertThat(source.snapshot().events()).singleElement().satisfies(event -> assertThat(event.title())
                .isEqualTo("Ice"));
        assertThat(source.markets(List.of("1", "none"))).extracting(Market::id).containsExactly("1");
        assertThat(source.label()).isEqualTo(RunLabel.PAPER);
    }

    @Test
    void isAsOldAsTheFileWhenNothingInItSaysMore() throws IOException {
        Path file = write("markets.json", "[" + MARKET.formatted("1", "once upon a time") + "]");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-01T00:00:00Z")));
        assertThat(MarketSources.file(file).snapshot().takenAt()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void readsTheFileAgainWhenItHasChanged() throws IOException {
        Path file = write("markets.json", "[" + MARKET.formatted("1", "2026-01-31T18:05:00Z") + "]");
        MarketSource source = MarketSources.file(file);
        MarketSnapshot before = source.snapshot();
        assertThat(source.snapshot().events()).isEqualTo(before.events());
        write("markets.json", "[]");
        assertThat(source.snapshot().events()).isEmpty();
    }

    @Test
    void saysWhichFileIsMissingOrMakesNoSense() throws IOException {
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(
                        () -> MarketSources.file(folder.resolve("none.json")).snapshot())
                .withMessageContaining("none.json cannot be read");
        Path broken = write("broken.json", "[{\"id\": ");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> MarketSources.file(broken).snapshot())
                .withMessageContaining("broken.json is no JSON");
        Path object = write("object.json", "{}");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> MarketSources.file(object).snapshot())
                .withMessageContaining("must hold a JSON array");
        Path plain = write("plain.json.gz", "[]");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> MarketSources.file(plain).snapshot())
                .withMessageContaining("plain.json.gz cannot be read");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
