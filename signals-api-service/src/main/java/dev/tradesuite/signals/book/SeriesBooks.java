package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.accounting.paper.PaperAccount;
import dev.tradesuite.accounting.paper.PaperBar;
import dev.tradesuite.accounting.paper.PaperEvent;
import dev.tradesuite.accounting.paper.PaperRules;
import dev.tradesuite.accounting.paper.PaperStep;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books bars in the paper accounts of their series: the one way into them, for bars that close now, for a backfill and
 * for a backtest.
 *
 * <p>Whoever books bars of a series holds its lock until the transaction ends. Only under it is it known where the
 * accounts stand: bars somebody else has booked meanwhile are left out, and bars that no longer follow on the newest
 * one booked are refused, so that nobody leaves a hole.
 */
public final class SeriesBooks {

    private static final String CURRENCY = "USD";

    private final BookStore store;
    private final BookEvents events;
    private final InstrumentCatalog catalog;
    private final FillCostTable costs;
    private final BigDecimal startingCapital;

    /** @param startingCapital US dollars a new account begins with */
    public SeriesBooks(
            BookStore store,
            BookEvents events,
            InstrumentCatalog catalog,
            FillCostTable costs,
            BigDecimal startingCapital) {
        this.store = store;
        this.events = events;
        this.catalog = catalog;
        this.costs = costs;
        this.startingCapital = startingCapital;
    }

    /** Books a stretch with the transaction under way. */
    public StretchOutcome book(BookRun run, BarStretch stretch) {
        Instrument instrument = catalog.find(stretch.series().symbol()).orElseThrow();
        PaperRules rules = PaperRules.ordinary(instrument, run.costs().orElseGet(() -> costs.of(instrument)));
        Map<String, StoredAccount> before = new HashMap<>(store.lock(run.id(), stretch.series(), rules));
        if (!follows(stretch, newest(before))) {
            return new StretchOutcome.Moved();
        }
        List<BookedBar> booked = new Work(run, rules, before).applied(stretch);
        if (booked.isEmpty()) {
            return new StretchOutcome.Booked(0);
        }
        List<PositionChange> changes = store.write(run.id(), before, booked);
        if (stretch.after().isEmpty()) {
            store.begin(run.id(), stretch.series(), stretch.coveredFrom());
        }
        if (stretch.role() == BarStretch.Role.NEWS) {
            events.booked(booked.getLast(), changes);
        }
        return new StretchOutcome.Booked(rows(booked));
    }

    private static Optional<Instant> newest(Map<String, StoredAccount> accounts) {
        return accounts.values().stream()
                .flatMap(stored -> Stream.ofNullable(stored.account().lastBar()))
                .max(Comparator.naturalOrder());
    }

    private static boolean follows(BarStretch stretch, Optional<Instant> newest) {
        return stretch.after()
                .map(after -> newest.isPresent() && !newest.get().isBefore(after))
                .orElse(newest.isEmpty());
    }

    private static long rows(List<BookedBar> booked) {
        long rows = 0;
        for (BookedBar bar : booked) {
            for (ModelStep step : bar.steps()) {
                rows += 2 + step.step().trades().size();
            }
        }
        return rows;
    }

    /** One stretch. */
    private final class Work {

        private final BookRun run;
        private final PaperRules rules;
        private final Map<String, StoredAccount> before;
        private final Map<String, PaperAccount> accounts = new HashMap<>();

        Work(BookRun run, PaperRules rules, Map<String, StoredAccount> before) {
            this.run = run;
            this.rules = rules;
            this.before = before;
            before.forEach((code, stored) -> accounts.put(code, stored.account()));
        }

        List<BookedBar> applied(BarStretch stretch) {
            List<BookedBar> booked = new ArrayList<>(stretch.bars().size());
            Instant last = stretch.bars().getLast().open();
            for (SignalBar bar : stretch.bars()) {
                boolean isEnd = stretch.role() == BarStretch.Role.END_OF_RUN
                        && bar.open().equals(last);
                List<ModelStep> steps = steps(bar, isEnd);
                if (!steps.isEmpty()) {
                    booked.add(new BookedBar(bar, steps));
                }
            }
            return booked;
        }

        private List<ModelStep> steps(SignalBar bar, boolean isEnd) {
            PaperBar paper = paperBar(bar, rules.instrument());
            List<ModelStep> steps = new ArrayList<>();
            for (ModelSaid said : bar.said()) {
                if (!run.has(said.strategyCode())) {
                    continue;
                }
                PaperAccount account = accounts.computeIfAbsent(said.strategyCode(), this::opened);
                if (!account.hasSeen(bar.open())) {
                    PaperStep step = account.apply(paper, said.forAccount());
                    PaperStep last = isEnd ? ended(step, paper) : step;
                    accounts.put(said.strategyCode(), last.account());
                    steps.add(step(said, account, last, rules));
                }
            }
            return steps;
        }

        private PaperAccount opened(String code) {
            PaperAccount opened = PaperAccount.open(rules, startingCapital);
            before.put(code, new StoredAccount(code, opened, OptionalLong.empty()));
            return opened;
        }
    }

    /** A bar and the end of its run, as one step. */
    private static PaperStep ended(PaperStep step, PaperBar bar) {
        PaperStep end = step.account().endRun(bar);
        List<PaperEvent> both = new ArrayList<>(step.events());
        both.addAll(end.events());
        return new PaperStep(end.account(), both, end.equity());
    }

    private static PaperBar paperBar(SignalBar bar, Instrument instrument) {
        @Nullable
        CurrencyConversion conversion = bar.conversionRate()
                .map(rate ->
                        new CurrencyConversion(instrument.quote(), CURRENCY, rate, BigDecimal.ONE, instrument.symbol()))
                .orElse(null);
        return new PaperBar(
                bar.open(),
                bar.close(),
                bar.prices().open(),
                bar.prices().high(),
                bar.prices().low(),
                bar.prices().close(),
                conversion);
    }

    /** notional = equity x size x leverage; risk = notional x |entry - stop| / entry, on the equity before the bar. */
    private static ModelStep step(ModelSaid said, PaperAccount before, PaperStep step, PaperRules rules) {
        ModelSaid.Prices prices = said.prices();
        if (prices == null) {
            return new ModelStep(said, step, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal unrealized = before.openPosition()
                .map(position -> position.mark().unrealizedPnl())
                .orElse(BigDecimal.ZERO);
        BigDecimal equity = before.funds().cash().add(unrealized);
        BigDecimal notional =
                Amounts.even(equity.multiply(BigDecimal.valueOf(said.size())).multiply(rules.leverage()));
        BigDecimal risk = Amounts.divided(
                notional.multiply(prices.entry().subtract(prices.stopLoss()).abs()),
                prices.entry(),
                RoundingMode.HALF_EVEN);
        return new ModelStep(said, step, notional, risk);
    }
}
