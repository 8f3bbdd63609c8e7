package dev.tradesuite.market.gamma;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.ClockTicker;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.MarketSourceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Open events and any market of Polymarket, read from its public Gamma API. */
public final class GammaMarketSource implements MarketSource {

    /** Ids in one call; an address of a few kilobytes passes every proxy. */
    private static final int IDS_PER_CALL = 50;

    /** Every attempt was used up; whoever waited meanwhile need not use them up again. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);

    /** The API answers 422 to any other id, and with it to the whole call. */
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final MarketSourceSettings.Gamma settings;
    private final Duration maxAge;
    private final Clock clock;
    private final GammaHttp http;
    private final GammaReader reader;

    private final Cache<String, Reading> latest;

    /** @param maxAge how old a snapshot may be for a trade */
    public GammaMarketSource(ObjectMapper json, MarketSourceSettings.Gamma settings, Duration maxAge, Clock clock) {
        this.settings = settings;
        this.maxAge = maxAge;
        this.clock = clock;
        this.http = new GammaHttp(json, settings, clock);
        this.reader = new GammaReader(json);
        this.latest = Caffeine.newBuilder()
                .ticker(new ClockTicker(clock))
                .expireAfter(Expiry.<String, Reading>writing(
                        (_, reading) -> reading instanceof Read ? settings.cache() : REST_AFTER_FAILURE))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public String kind() {
        return "gamma";
    }

    @Override
    public RunLabel label() {
        return RunLabel.PAPER;
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.of(maxAge);
    }

    /** While one thread reads the venue, the others wait for what it finds, be it a failure. */
    @Override
    public MarketSnapshot snapshot() {
        return switch (latest.get("events", _ -> reading())) {
            case Read(MarketSnapshot snapshot) -> snapshot;
            case Failed(String message) -> throw new MarketSourceException(message);
        };
    }

    private Reading reading() {
        try {
            return new Read(read(clock.instant()));
        } catch (MarketSourceException e) {
            return new Failed(String.valueOf(e.getMessage()));
        }
    }

    private sealed interface Reading {}

    private record Read(MarketSnapshot snapshot) implements Reading {}

    private record Failed(String message) implements Reading {}

    @Override
    public List<Market> markets(Collection<String> marketIds) {
        List<String> asked = marketIds.stream()
                .distinct()
                .filter(id -> ID.matcher(id).matches())
                .toList();
        Map<String, Market> found = new LinkedHashMap<>();
        // The API has no dependable default for closed, and answers one kind at a time.
        for (String closed : List.of("false", "true")) {
            List<String> missing =
                    asked.stream().filter(id -> !found.containsKey(id)).toList();
            for (int from = 0; from < missing.size(); from += IDS_PER_CALL) {
                List<String> ids = missing.subList(from, Math.min(from + IDS_PER_CALL, missing.size()));
                byIds(ids, closed).stream()
                        .filter(market -> ids.contains(market.id()))
                        .forEach(market -> found.put(market.id(), market));
            }
        }
        return asked.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private List<Market> byIds(List<String> ids, String closed) {
        List<Map.Entry<String, String>> query = new ArrayList<>();
        ids.forEach(id -> query.add(Map.entry("id", id)));
        query.add(Map.entry("closed", closed));
        query.add(Map.entry("limit", Integer.toString(ids.size())));
        Instant at = clock.instant();
        return reader.read(http.list("/markets", query), at).markets();
    }

    private MarketSnapshot read(Instant now) {
        Collected collected = new Collected();
        byCursor(collected);
        MarketSnapshot snapshot = reader.read(collected.events, now).snapshot(now);
        if (collected.left == null) {
            return snapshot;
        }
        List<Reason> warnings = new ArrayList<>(snapshot.warnings());
        warnings.add(new Reason(
                MarketReason.MORE_PAGES.name(), "%s %s".formatted(MarketReason.MORE_PAGES.sentence(), collected.left)));
        return new MarketSnapshot(now, snapshot.events(), warnings);
    }

    /** The events read so far, each once: one may move to the next page meanwhile. */
    private static final class Collected {

        private final List<JsonNode> events = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        /** Why there may be more; absent when all were read. */
        private @Nullable String left;

        /** Takes a page, and says whether it brought anything new. */
        boolean add(JsonNode page) {
            List<JsonNode> fresh = page.valueStream()
                    .filter(event ->
                            !event.hasNonNull("id") || seen.add(event.path("id").asString()))
                    .toList();
            return events.addAll(fresh);
        }

        /** A page could not be read: what was read before is used; without any the venue cannot be read at all. */
        void brokeOff(MarketSourceException failure) {
            if (events.isEmpty()) {
                throw failure;
            }
            left = "%d events were read. %s".formatted(events.size(), failure.getMessage());
        }
    }

    /** Page after page, each with the cursor of the one before it; where the API has no cursors, by offset. */
    private void byCursor(Collected collected) {
        String cursor = "";
        for (int page = 0; page < settings.maxPages(); page++) {
            JsonNode answer;
            try {
                answer = http.page("/events/keyset", cursor.isEmpty() ? filters() : filters("after_cursor", cursor));
            } catch (MarketSourceException failure) {
                if (page == 0 && isFinal(failure)) {
                    byOffset(collected);
                } else {
                    collected.brokeOff(failure);
                }
                return;
            }
            boolean fresh = collected.add(answer.path("events"));
            cursor = answer.path("next_cursor").asString("");
            if (cursor.isEmpty()) {
                return;
            }
            if (!fresh) {
                collected.left = "Its cursor brings the same events again.";
                return;
            }
        }
        collected.left = bound();
    }

    /** The API refuses the call itself, as one that it does not have. */
    private static boolean isFinal(MarketSourceException failure) {
        return failure.getCause() instanceof GammaFailure known && !known.isPassing();
    }

    /**
     * Page after page until one is empty, brings nothing new or is shorter than one before it. The first may be short
     * because the API caps the limit.
     */
    private void byOffset(Collected collected) {
        int offset = 0;
        int fullest = 0;
        for (int page = 0; page < settings.maxPages(); page++) {
            JsonNode answer;
            try {
                answer = http.list("/events", filters("offset", Integer.toString(offset)));
            } catch (MarketSourceException failure) {
                collected.brokeOff(failure);
                return;
            }
            if (!collected.add(answer) || answer.size() < fullest) {
                return;
            }
            fullest = answer.size();
            offset += answer.size();
        }
        collected.left = bound();
    }

    private String bound() {
        return "%d pages of up to %d events were read, those with the most liquidity first."
                .formatted(settings.maxPages(), settings.pageSize());
    }

    private List<Map.Entry<String, String>> filters(String name, String value) {
        List<Map.Entry<String, String>> filters = new ArrayList<>(filters());
        filters.add(Map.entry(name, value));
        return filters;
    }

    private List<Map.Entry<String, String>> filters() {
        return List.of(
                Map.entry("active", "true"),
                Map.entry("archived", "false"),
                Map.entry("closed", "false"),
                Map.entry("order", "liquidity"),
                Map.entry("ascending", "false"),
                Map.entry("limit", Integer.toString(settings.pageSize())));
    }
}
