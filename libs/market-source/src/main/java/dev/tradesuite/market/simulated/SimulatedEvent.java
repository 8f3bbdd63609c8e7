package dev.tradesuite.market.simulated;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.Resolution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One event from its opening to its resolution.
 *
 * <p>Its slot of the simulation holds one event after another, all equally long. Orders are taken for 95 % of that
 * time; then the winner is known, and half a minute later the venue says so.
 */
final class SimulatedEvent {

    private static final int[] MINUTES = {12, 20, 35, 60, 90, 150, 240, 360};
    private static final double TRADED = 0.95;
    private static final Duration UNTIL_RESOLVED = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    private static final List<String> CONTENDERS = List.of("Amber", "Birch", "Cobalt", "Dune", "Ember");

    private static final BigDecimal TICK = new BigDecimal("0.001");

    private final String id;
    private final Noise noise;
    private final Instant opens;
    private final Instant ends;
    private final int contenders;
    private final Contest contest;

    private SimulatedEvent(String id, Noise noise, Instant opens, Instant ends, int contenders) {
        this.id = id;
        this.noise = noise;
        this.opens = opens;
        this.ends = ends;
        this.contenders = contenders;
        this.contest = new Contest(starts(noise, contenders), noise.part(0));
    }

    /** The event that holds a slot at a moment. */
    static SimulatedEvent at(long seed, int slot, Instant moment) {
        Noise noise = new Noise(seed).part(slot);
        long length = length(noise);
        return of(seed, slot, Math.floorDiv(moment.getEpochSecond() - shift(noise, length), length));
    }

    /** The event of that number in its slot. */
    static SimulatedEvent of(long seed, int slot, long number) {
        Noise slotNoise = new Noise(seed).part(slot);
        long length = length(slotNoise);
        Instant opens = Instant.ofEpochSecond(shift(slotNoise, length) + number * length);
        Noise noise = slotNoise.part(1000 + number);
        return new SimulatedEvent(
                "sim-%d-%d-%d".formatted(seed, slot, number),
                noise,
                opens,
                opens.plusSeconds(Math.round(length * TRADED)),
                slot % 3 == 2 ? 3 + (int) (noise.uniform(1) * 3) : 1);
    }

    boolean takesOrdersAt(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(ends);
    }

    boolean knownAt(Instant moment) {
        return !moment.isBefore(opens);
    }

    int markets() {
        return contenders;
    }

    /** The event at a moment when it takes orders. */
    MarketEvent event(Instant moment) {
        List<Market> markets = markets(moment);
        return new MarketEvent(
                id,
                title(),
                sum(markets.stream().map(Market::liquidity).toList()),
                sum(markets.stream().map(Market::volume).toList()),
                true,
                contenders > 1,
                markets);
    }

    /** Its markets at a moment after its opening. */
    List<Market> markets(Instant moment) {
        boolean open = takesOrdersAt(moment);
        double[] chances = open ? chances(passed(moment)) : new double[0];
        return IntStream.range(0, contenders)
                .mapToObj(number -> new Market(
                        id + "-" + number,
                        id,
                        question(number),
                        open ? quoted(chances[number], number, moment) : settled(number, moment),
                        money(open ? liquidity(number) : 0),
                        money(volume(number, Math.min(passed(moment), 1))),
                        open,
                        ends,
                        resolvedAt(moment) ? Resolution.wonBy(winner(number), List.of("Yes", "No")) : null,
                        moment))
                .toList();
    }

    private double[] chances(double passed) {
        double[] chances = contest.chances(passed);
        return contenders == 1 ? new double[] {chances[0]} : chances;
    }

    /** A single question is a contest of two: the one asked about against everything else. */
    private static double[] starts(Noise noise, int contenders) {
        if (contenders > 1) {
            return IntStream.range(0, contenders)
                    .mapToDouble(i -> noise.between(10 + i, -0.8, 0.8))
                    .toArray();
        }
        // Two of three begin near the prices momentum looks for: 0.77 = Phi(1.05 / sqrt(2)).
        boolean favourite = noise.uniform(2) < 0.67;
        double lead = favourite ? noise.between(3, 0.85, 1.25) : noise.between(3, 0, 1.8);
        return new double[] {noise.uniform(4) < 0.5 ? lead : -lead, 0};
    }

    private double passed(Instant moment) {
        return (double) Duration.between(opens, moment).toSeconds()
                / Duration.between(opens, ends).toSeconds();
    }

    private boolean resolvedAt(Instant moment) {
        return !moment.isBefore(ends.plus(UNTIL_RESOLVED));
    }

    private String winner(int number) {
        return contest.winner() == number ? "Yes" : "No";
    }

    private List<Outcome> settled(int number, Instant moment) {
        @Nullable
        BigDecimal price = resolvedAt(moment) ? (contest.winner() == number ? BigDecimal.ONE : BigDecimal.ZERO) : null;
        return List.of(
                new Outcome("Yes", price, null, null),
                new Outcome("No", price == null ? null : BigDecimal.ONE.subtract(price), null, null));
    }

    private List<Outcome> quoted(double chance, int number, Instant moment) {
        double fair = Math.clamp(chance, 0.01, 0.99) - (cheap(moment) ? 0.015 : 0);
        double half = noise.between(20 + number, 0.002, 0.006);
        BigDecimal bid = ticks(Math.max(fair - half, 0.001), RoundingMode.FLOOR);
        BigDecimal ask = ticks(Math.max(fair + half, 0.002), RoundingMode.CEILING);
        BigDecimal price = bid.add(ask).divide(BigDecimal.TWO, 4, RoundingMode.UNNECESSARY);
        return List.of(
                new Outcome("Yes", price, bid, ask),
                new Outcome(
                        "No",
                        BigDecimal.ONE.subtract(price),
                        BigDecimal.ONE.subtract(ask),
                        BigDecimal.ONE.subtract(bid)));
    }

    /** Now and then all outcomes of an event together are offered below 1, for ten minutes. */
    private boolean cheap(Instant moment) {
        return contenders > 1 && noise.part(30).uniform(moment.getEpochSecond() / 600) < 0.12;
    }

    /** Three of four have more than the 10,000 USD that strategies ask for. */
    private double liquidity(int number) {
        return Math.exp(Math.log(24_000) + noise.normal(40 + number));
    }

    /** Grows while the event is open; more than half have the 50,000 USD that strategies ask for. */
    private double volume(int number, double passed) {
        return Math.exp(Math.log(160_000) + noise.normal(50 + number)) * (0.5 + 0.5 * passed);
    }

    private String title() {
        return contenders > 1
                ? "Simulated race %s: who wins?".formatted(name())
                : "Simulated index %s at %s UTC".formatted(name(), TIME.format(ends));
    }

    private String question(int number) {
        return contenders > 1
                ? "Simulated: will %s win race %s?".formatted(CONTENDERS.get(number), name())
                : "Simulated: will index %s be up at %s UTC?".formatted(name(), TIME.format(ends));
    }

    private String name() {
        return id.substring(id.indexOf('-', 4) + 1);
    }

    private static long length(Noise slot) {
        return MINUTES[(int) (slot.uniform(1) * MINUTES.length)] * 60L;
    }

    /** Slots begin at different times, so that something happens every few minutes. */
    private static long shift(Noise slot, long length) {
        return (long) (slot.uniform(2) * length);
    }

    private static BigDecimal ticks(double price, RoundingMode rounding) {
        return BigDecimal.valueOf(price).setScale(TICK.scale(), rounding);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
