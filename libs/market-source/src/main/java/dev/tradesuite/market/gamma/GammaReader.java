package dev.tradesuite.market.gamma;

import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Turns the Gamma API's JSON into events and markets.
 *
 * <p>It takes events with their {@code markets} inside, as {@code GET /events} answers, and markets with their
 * {@code events} inside, as {@code GET /markets} does; the latter are gathered under their first event. One that cannot
 * be read is left out and told; everything else stays.
 */
public final class GammaReader {

    /** How far the volume of an event's markets may be from the event's own before some of them must be missing. */
    private static final BigDecimal VOLUME_TOLERANCE = new BigDecimal("0.01");

    private final ObjectMapper json;

    public GammaReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What was read.
     *
     * @param events the open events with their open markets
     * @param markets every market, closed and resolved ones too
     * @param warnings what could not be read
     */
    public record Reading(List<MarketEvent> events, List<Market> markets, List<Reason> warnings) {

        /** The open events as a snapshot of that moment. */
        public MarketSnapshot snapshot(Instant takenAt) {
            return new MarketSnapshot(takenAt, events, warnings);
        }
    }

    /**
     * Reads a list of events, a list of markets, or a mixture.
     *
     * @param elements one object each
     * @param at when they were true
     */
    public Reading read(Iterable<JsonNode> elements, Instant at) {
        Findings findings = new Findings();
        List<MarketEvent> events = new ArrayList<>();
        List<Market> markets = new ArrayList<>();
        for (Group group : groups(elements, findings)) {
            List<GammaMarket> read = new ArrayList<>();
            for (Fields fields : group.markets()) {
                try {
                    GammaMarket market = GammaMarket.read(fields, group.id(), at, findings);
                    read.add(market);
                    if (market.open() && market.endsBefore(at)) {
                        findings.add(
                                MarketReason.END_DATE_PASSED, market.market().id());
                    }
                } catch (UnreadableException e) {
                    findings.add(MarketReason.MARKET_UNREADABLE, "%s (%s)".formatted(idOf(fields), e.getMessage()));
                }
            }
            read.forEach(market -> markets.add(market.market()));
            try {
                openEvent(group, read, events);
            } catch (UnreadableException e) {
                findings.add(MarketReason.EVENT_UNREADABLE, "%s (%s)".formatted(group.id(), e.getMessage()));
            }
        }
        return new Reading(List.copyOf(events), List.copyOf(markets), findings.toReasons());
    }

    /** An event's own fields and the markets found under it. */
    private record Group(String id, Fields fields, List<Fields> markets) {}

    private Collection<Group> groups(Iterable<JsonNode> elements, Findings findings) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (JsonNode element : elements) {
            Fields fields = new Fields(element, json);
            try {
                if (element.path("markets").isArray()) {
                    group(groups, fields).markets().addAll(fields.objects("markets"));
                } else if (fields.has("outcomes") || fields.has("question")) {
                    group(groups, fields.objects("events").stream().findFirst().orElse(fields))
                            .markets()
                            .add(fields);
                } else if (!element.isObject() || !fields.has("id")) {
                    throw new UnreadableException("neither an event nor a market");
                }
            } catch (UnreadableException e) {
                findings.add(MarketReason.EVENT_UNREADABLE, "%s (%s)".formatted(idOf(fields), e.getMessage()));
            }
        }
        return groups.values();
    }

    private static Group group(Map<String, Group> groups, Fields event) {
        return groups.computeIfAbsent(event.required("id"), id -> new Group(id, event, new ArrayList<>()));
    }

    private static void openEvent(Group group, List<GammaMarket> read, List<MarketEvent> events) {
        List<Market> open =
                read.stream().filter(GammaMarket::open).map(GammaMarket::market).toList();
        if (open.isEmpty()) {
            return;
        }
        Fields fields = group.fields();
        BigDecimal volumeOfMarkets = sum(read.stream().map(GammaMarket::market).map(Market::volume));
        BigDecimal volume = fields.decimal("volume").orElse(volumeOfMarkets);
        events.add(new MarketEvent(
                group.id(),
                fields.text("title")
                        .or(() -> fields.text("question"))
                        .orElse(open.getFirst().question()),
                fields.decimal("liquidity").orElseGet(() -> sum(open.stream().map(Market::liquidity))),
                volume,
                fields.flag("active") && !fields.flag("closed") && !fields.flag("archived"),
                read.size() == group.markets().size() && exhaustive(fields, read, volume, volumeOfMarkets),
                open));
    }

    /**
     * Whether exactly one open market must come true: the venue links them so ({@code negRisk}), no unnamed outcome may
     * be added later ({@code negRiskAugmented}), those that are closed have come out NO, and the markets here carry all
     * of the event's volume, so that none is missing.
     */
    private static boolean exhaustive(
            Fields event, List<GammaMarket> markets, BigDecimal volume, BigDecimal volumeOfMarkets) {
        return event.flag("negRisk")
                && !event.flag("negRiskAugmented")
                && markets.stream().filter(GammaMarket::open).count() >= 2
                && markets.stream().allMatch(market -> market.open() || market.cameOutNo())
                && volume.subtract(volumeOfMarkets).abs().compareTo(volume.multiply(VOLUME_TOLERANCE)) <= 0;
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String idOf(Fields fields) {
        return fields.text("id").orElse("without id");
    }
}
