package dev.tradesuite.market.file;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.gamma.GammaReader;
import dev.tradesuite.market.gamma.GammaReader.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A JSON array of events with their markets, or of markets with their events; gzip-compressed when its name ends in
 * {@code .gz}.
 *
 * <p>Its moment is the newest {@code updatedAt} of its markets, so a file stays as old as it is. It is read again when
 * its time or size has changed.
 */
public final class FileMarketSource implements MarketSource {

    private final Path file;
    private final @Nullable Duration maxAge;
    private final ObjectMapper json;
    private final GammaReader reader;

    private @Nullable Content content;

    /** @param maxAge how old its moment may be for a trade; absent: any age */
    public FileMarketSource(Path file, @Nullable Duration maxAge, ObjectMapper json) {
        this.file = file;
        this.maxAge = maxAge;
        this.json = json;
        this.reader = new GammaReader(json);
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    @Override
    public MarketSnapshot snapshot() {
        Content now = content();
        return now.reading().snapshot(now.at());
    }

    @Override
    public List<Market> markets(Collection<String> marketIds) {
        Set<String> asked = new HashSet<>(marketIds);
        return content().reading().markets().stream()
                .filter(market -> asked.contains(market.id()))
                .toList();
    }

    private record Content(FileTime modified, long size, Instant at, Reading reading) {}

    private synchronized Content content() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Content known = content;
            if (known == null
                    || known.size() != attributes.size()
                    || !known.modified().equals(attributes.lastModifiedTime())) {
                known = read(attributes);
                content = known;
            }
            return known;
        } catch (IOException e) {
            throw new MarketSourceException(
                    "The file of markets %s cannot be read: %s".formatted(file, e.getMessage()), e);
        } catch (JacksonException e) {
            throw new MarketSourceException(
                    "The file of markets %s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    private Content read(BasicFileAttributes attributes) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            JsonNode root = json.readTree(plain);
            if (!root.isArray()) {
                throw new MarketSourceException(
                        "The file of markets %s must hold a JSON array of events or markets".formatted(file));
            }
            FileTime modified = attributes.lastModifiedTime();
            Instant at = newestUpdate(root).orElse(modified.toInstant());
            return new Content(modified, attributes.size(), at, reader.read(root, at));
        }
    }

    private static Optional<Instant> newestUpdate(JsonNode root) {
        return root.valueStream()
                .flatMap(element -> element.path("markets").isArray()
                        ? element.path("markets").valueStream()
                        : Stream.of(element))
                .flatMap(market -> updatedAt(market).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> updatedAt(JsonNode market) {
        try {
            return Optional.of(Instant.parse(market.path("updatedAt").asString("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
