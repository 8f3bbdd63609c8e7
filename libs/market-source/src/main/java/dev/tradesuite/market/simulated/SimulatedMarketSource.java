package dev.tradesuite.market.simulated;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Events that open, move, come to an end and are resolved within minutes to hours, made from a seed and the time.
 *
 * <p>Nothing is kept: a market of last year is known by its id as well as one of now, also after a restart. Two thirds
 * of the events ask one question; the others have three to five contenders of whom exactly one wins.
 */
public final class SimulatedMarketSource implements MarketSource {

    private static final Pattern MARKET_ID = Pattern.compile("sim-(-?\\d{1,19})-(\\d{1,6})-(\\d{1,12})-(\\d)");

    private final MarketSourceSettings.Simulated settings;
    private final Clock clock;

    public SimulatedMarketSource(MarketSourceSettings.Simulated settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public RunLabel label() {
        return RunLabel.SIMULATED;
    }

    @Override
    public MarketSnapshot snapshot() {
        Instant now = now();
        return new MarketSnapshot(
                now,
                IntStream.range(0, settings.events())
                        .mapToObj(slot -> SimulatedEvent.at(settings.seed(), slot, now))
                        .filter(event -> event.takesOrdersAt(now))
                        .map(event -> event.event(now))
                        .toList(),
                List.of());
    }

    @Override
    public List<Market> markets(Collection<String> marketIds) {
        Instant now = now();
        return marketIds.stream()
                .distinct()
                .flatMap(id -> market(id, now).stream())
                .toList();
    }

    /** Prices change every second, so that whoever asks within one sees the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Market> market(String id, Instant now) {
        Matcher matcher = MARKET_ID.matcher(id);
        if (!matcher.matches() || !matcher.group(1).equals(Long.toString(settings.seed()))) {
            return Optional.empty();
        }
        SimulatedEvent event = SimulatedEvent.of(
                settings.seed(), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
        int number = Integer.parseInt(matcher.group(4));
        return event.knownAt(now) && number < event.markets()
                ? Optional.of(event.markets(now).get(number))
                : Optional.empty();
    }
}
