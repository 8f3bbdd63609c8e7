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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private final Clock clock;
    private final GammaHttp http;
    private final GammaReader reader;

    private final Cache<String, Reading> latest;

    public GammaMarketSource(ObjectMapper json, MarketSourceSettings.Gamma settings, Clock clock) {
        this.settings = settings;
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
        List<JsonNode> events = new ArrayList<>();
        boolean more = pages(events);
        MarketSnapshot snapshot = reader.read(events, now).snapshot(now);
        if (!more) {
            return snapshot;
        }
        List<Reason> warnings = new ArrayList<>(snapshot.warnings());
        warnings.add(new Reason(
                MarketReason.MORE_PAGES.name(),
                "%s %d pages of up to %d events were read, those with the most liquidity first."
                        .formatted(MarketReason.MORE_PAGES.sentence(), settings.maxPages(), settings.pageSize())));
        return new MarketSnapshot(now, snapshot.events(), warnings);
    }

    /**
     * Collects page after page until one is empty, brings nothing new or is shorter than one before it. The first may
     * be short because the API caps the limit. An event that moved to the next page meanwhile is taken once.
     *
     * @return whether the bound was reached first
     */
    private boolean pages(List<JsonNode> events) {
        Set<String> seen = new HashSet<>();
        int offset = 0;
        int fullest = 0;
        for (int page = 0; page < settings.maxPages(); page++) {
            JsonNode answer = http.list("/events", pageAt(offset));
            List<JsonNode> fresh = answer.valueStream()
                    .filter(event ->
                            !event.hasNonNull("id") || seen.add(event.path("id").asString()))
                    .toList();
            events.addAll(fresh);
            if (fresh.isEmpty() || answer.size() < fullest) {
                return false;
            }
            fullest = answer.size();
            offset += answer.size();
        }
        return true;
    }

    private List<Map.Entry<String, String>> pageAt(int offset) {
        return List.of(
                Map.entry("active", "true"),
                Map.entry("archived", "false"),
                Map.entry("closed", "false"),
                Map.entry("order", "liquidity"),
                Map.entry("ascending", "false"),
                Map.entry("limit", Integer.toString(settings.pageSize())),
                Map.entry("offset", Integer.toString(offset)));
    }
}
