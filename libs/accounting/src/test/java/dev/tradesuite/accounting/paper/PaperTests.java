package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper account on bars that are written down one after the other. */
final class PaperTests {

    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    static final Duration LENGTH = Duration.ofMinutes(5);
    static final InstrumentCatalog CATALOG = InstrumentCatalog.shipped();

    private final Instrument instrument;
    private PaperAccount account;
    private Instant next = START;
    private @Nullable PaperBar last;

    private PaperTests(PaperRules rules) {
        this.instrument = rules.instrument();
        this.account = PaperAccount.open(rules, new BigDecimal("10000"));
    }

    static PaperTests with(PaperRules rules) {
        return new PaperTests(rules);
    }

    /** Without costs and leverage, at the close. */
    static PaperTests free(String symbol) {
        return with(PaperRules.ordinary(instrument(symbol), FillCosts.NONE));
    }

    static PaperTests leveraged(String symbol, String leverage) {
        return with(
                new PaperRules(instrument(symbol), "USD", new BigDecimal(leverage), FillMoment.CLOSE, FillCosts.NONE));
    }

    static PaperTests atNextOpen(String symbol) {
        return with(new PaperRules(instrument(symbol), "USD", BigDecimal.ONE, FillMoment.NEXT_OPEN, FillCosts.NONE));
    }

    static Instrument instrument(String symbol) {
        return CATALOG.find(symbol).orElseThrow();
    }

    PaperAccount account() {
        return account;
    }

    /** A bar that converts at its own close. */
    PaperStep bar(String open, String high, String low, String close, PaperSignal signal) {
        return apply(barOf(open, high, low, close, conversion(instrument, new BigDecimal(close))), signal);
    }

    /** A bar of one price. */
    PaperStep at(String price, PaperSignal signal) {
        return bar(price, price, price, price, signal);
    }

    PaperStep withoutRate(String price, PaperSignal signal) {
        return apply(barOf(price, price, price, price, null), signal);
    }

    PaperStep end() {
        PaperStep step = account.endRun(Objects.requireNonNull(last));
        account = step.account();
        return step;
    }

    private PaperStep apply(PaperBar bar, PaperSignal signal) {
        last = bar;
        PaperStep step = account.apply(bar, signal);
        account = step.account();
        return step;
    }

    private PaperBar barOf(
            String open, String high, String low, String close, @Nullable CurrencyConversion conversion) {
        Instant start = next;
        next = next.plus(LENGTH);
        return new PaperBar(
                start,
                next,
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                conversion);
    }

    static @Nullable CurrencyConversion conversion(Instrument instrument, BigDecimal price) {
        return ConversionRates.none()
                .with(instrument, price)
                .find(instrument.quote(), "USD")
                .orElse(null);
    }

    static PaperSignal buy(String size) {
        return new PaperSignal(Direction.LONG, new BigDecimal(size), null, null);
    }

    static PaperSignal buy(String size, String stop, String target) {
        return new PaperSignal(Direction.LONG, new BigDecimal(size), new BigDecimal(stop), new BigDecimal(target));
    }

    static PaperSignal sell(String size) {
        return new PaperSignal(Direction.SHORT, new BigDecimal(size), null, null);
    }

    static PaperSignal sell(String size, String stop, String target) {
        return new PaperSignal(Direction.SHORT, new BigDecimal(size), new BigDecimal(stop), new BigDecimal(target));
    }
}
