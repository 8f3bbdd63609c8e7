package dev.tradesuite.benchmarks.following;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.ledger.StrategyHolding;
import dev.tradesuite.contracts.ledger.Trade;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.ModelSignalPage;
import dev.tradesuite.contracts.signals.PastSignal;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Lets accounts follow the five models for many bars and checks what became of every change of a signal.
 *
 * <p>What the models say is what they said: the brain judges the stored bars of a symbol again, and bars and signals
 * are told again at a pace of the program's own, of the same instrument as {@code .REPLAY}, from now on. So an hour of
 * the market lasts a minute, and still no signal is old. With {@code --live} nothing is told, and the feed of the suite
 * is followed.
 */
@Command(
        name = "followed-models",
        description = {
            "Follows the five models for many bars on a running suite: every change of a signal is one order or one"
                    + " reason, and trades, holdings and profits of the strategies add up to their accounts.",
            "Opens accounts and registers strategies, which stay; ends with 1 when something is wrong."
        },
        mixinStandardHelpOptions = true)
public final class FollowedModels implements Callable<Integer> {

    private static final BigDecimal CAPITAL = new BigDecimal("60000");
    private static final BigDecimal BALANCE = new BigDecimal("100000");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A bar that has just closed may not have been heard of. */
    private static final Duration UNHEARD = Duration.ofSeconds(30);

    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--portfolio", defaultValue = "http://localhost:8011", description = "Default: ${DEFAULT-VALUE}")
    private URI portfolio;

    @Option(names = "--kafka", paramLabel = "PORT", defaultValue = "19092", description = "Default: ${DEFAULT-VALUE}")
    private int kafka;

    @Option(names = "--symbol", defaultValue = "EURUSD.SIM", description = "Default: ${DEFAULT-VALUE}")
    private List<String> symbols;

    @Option(names = "--timeframe", defaultValue = "M5", description = "Of its stored bars. Default: ${DEFAULT-VALUE}")
    private Timeframe timeframe;

    @Option(names = "--bars", defaultValue = "300", description = "That are told again. Default: ${DEFAULT-VALUE}")
    private int bars;

    @Option(names = "--every", paramLabel = "MILLIS", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}")
    private long every;

    @Option(names = "--one-account", description = "One account for all models, in the place of one for each.")
    private boolean oneAccount;

    @Option(names = "--live", paramLabel = "MINUTES", description = "Follow the feed of the suite for so long.")
    private @Nullable Integer live;

    @Option(names = "--run", paramLabel = "NAME", description = "Go on with a run, or check it with --live 0.")
    private @Nullable String name;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        SuiteClient client = suite.client();
        String run = name == null ? "follow-" + UUID.randomUUID().toString().substring(0, 6) : name;
        List<FollowedModel> strategies = strategies(run);
        if (name == null) {
            begin(client, strategies);
        }
        Integer minutes = live;
        if (minutes == null) {
            play(client);
        } else {
            TimeUnit.MINUTES.sleep(minutes);
        }
        return checked(client, run, strategies) ? 0 : 1;
    }

    private List<FollowedModel> strategies(String run) {
        return symbols.stream()
                .map(symbol -> live == null ? replayed(symbol) : symbol)
                .flatMap(symbol -> FollowedModel.MODELS.stream()
                        .map(model -> FollowedModel.of(run, run + "-" + (oneAccount ? "all" : model), model, symbol)))
                .toList();
    }

    private static String replayed(String symbol) {
        return symbol.replaceFirst("\\..*", "") + ".REPLAY";
    }

    private void begin(SuiteClient client, List<FollowedModel> strategies) throws SQLException {
        strategies.stream()
                .map(FollowedModel::account)
                .distinct()
                .forEach(account -> client.timed(client.post(
                        suite.ledger().resolve("/api/v1/accounts"),
                        new CreateAccountRequest(account, "Followed models", "USD", BALANCE))));
        new ModelStrategies(suite.database()).add(strategies, CAPITAL);
    }

    private void play(SuiteClient client) throws InterruptedException {
        List<List<BarSignals>> all =
                symbols.stream().map(symbol -> judged(client, symbol)).toList();
        try (BarPlayer player = new BarPlayer(kafka, suite.secrets())) {
            for (int i = 0; i < bars; i++) {
                long begun = System.nanoTime();
                for (List<BarSignals> each : all) {
                    player.play(each.get(i));
                }
                long left = TimeUnit.MILLISECONDS.toNanos(every) - (System.nanoTime() - begun);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
            }
        }
    }

    /** The newest stored bars as they were judged, from now on. */
    private List<BarSignals> judged(SuiteClient client, String symbol) {
        Duration length = timeframe.length();
        Instant from = Instant.now().minus(length.multipliedBy(bars + 2L));
        List<BarSignals> stored = client.timed(client.get(suite.brain()
                        .resolve("/api/v1/brain/models/replay?symbol=%s&timeframe=%s&from=%s&limit=%d"
                                .formatted(symbol, timeframe, from, bars))))
                .lines(BarSignals.class);
        if (stored.size() < bars) {
            throw new IllegalStateException(
                    "%s has %d bars since %s, not %d".formatted(symbol, stored.size(), from, bars));
        }
        Instant first = stored.getFirst().bar().openTime();
        long later = Math.ceilDiv(Duration.between(first, Instant.now()).toMillis(), length.toMillis());
        Duration moved = length.multipliedBy(later);
        List<BarSignals> told = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            told.add(moved(stored.get(i), replayed(symbol), moved, i == 0));
        }
        return told;
    }

    private static BarSignals moved(BarSignals bar, String symbol, Duration by, boolean isFirst) {
        Candle candle = bar.bar();
        Instant before = bar.previousBar();
        return new BarSignals(
                symbol,
                bar.timeframe(),
                isFirst || before == null ? null : before.plus(by),
                new Candle(
                        candle.openTime().plus(by),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume()),
                bar.conversionRate(),
                "replay",
                RunLabel.SIMULATED,
                bar.signals());
    }

    private boolean checked(SuiteClient client, String run, List<FollowedModel> strategies)
            throws SQLException, InterruptedException {
        FollowingReads reads = new FollowingReads(client, portfolio);
        // Bars of a feed that goes on are not looked at.
        Instant end = live == null ? Instant.MAX : Instant.now().minus(UNHEARD);
        awaitQuiet(reads, strategies, end);
        List<String> violations = new ArrayList<>();
        List<List<String>> models = new ArrayList<>();
        for (FollowedModel strategy : strategies) {
            FollowedChanges changes = FollowedChanges.of(
                    strategy.code(), said(client, strategy, since(strategy), end), reads.steps(strategy));
            violations.addAll(changes.violations());
            models.add(List.of(
                    strategy.code(),
                    Report.number(changes.bars()),
                    Report.number(changes.changes()),
                    Report.number(changes.orders()),
                    changes.reasons().isEmpty()
                            ? "-"
                            : new TreeSet<>(changes.reasons().entrySet().stream()
                                            .map(reason -> reason.getKey() + " " + reason.getValue())
                                            .toList())
                                    .stream().collect(Collectors.joining(", "))));
        }
        List<List<String>> accounts = books(client, strategies, violations);
        print(run, models, accounts, violations);
        return violations.isEmpty();
    }

    /** Until nothing is under way any more; what never ends is found by the check. */
    private static void awaitQuiet(FollowingReads reads, List<FollowedModel> strategies, Instant end)
            throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)
                && strategies.stream().anyMatch(strategy -> !reads.newest(strategy).steps().stream()
                        .filter(step -> step.barClose().isBefore(end))
                        .allMatch(FollowedChanges::isOver))) {
            TimeUnit.SECONDS.sleep(1);
        }
        // The books are told of the last fills.
        TimeUnit.SECONDS.sleep(5);
    }

    private Instant since(FollowedModel strategy) throws SQLException {
        SuiteDatabase database = suite.database();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT since FROM portfolio.strategy_allocation WHERE account_id = ? AND strategy = ?")) {
            statement.setString(1, strategy.account());
            statement.setString(2, strategy.code());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(strategy.code() + " has no capital in " + strategy.account());
                }
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** What the model has said since then about bars that closed before the end, oldest first. */
    private List<PastSignal> said(SuiteClient client, FollowedModel strategy, Instant since, Instant end) {
        List<PastSignal> said = new ArrayList<>();
        String cursor = "";
        do {
            ModelSignalPage page = client.read(
                    client.get(suite.signals()
                            .resolve("/api/models/signals?symbol=%s&strategy=%s&from=%s&limit=%d%s"
                                    .formatted(
                                            strategy.symbol(),
                                            strategy.model(),
                                            since,
                                            PAGE,
                                            cursor.isEmpty() ? "" : "&cursor=" + cursor))),
                    ModelSignalPage.class);
            said.addAll(page.signals());
            cursor = page.nextCursor() == null ? "" : page.nextCursor();
        } while (!cursor.isEmpty());
        return said.reversed().stream()
                .filter(signal -> signal.timestamp().isBefore(end))
                .toList();
    }

    private List<List<String>> books(SuiteClient client, List<FollowedModel> strategies, List<String> violations) {
        Set<String> codes = strategies.stream().map(FollowedModel::code).collect(Collectors.toSet());
        List<List<String>> rows = new ArrayList<>();
        for (String account :
                strategies.stream().map(FollowedModel::account).distinct().toList()) {
            String path = "/api/v1/accounts/" + account;
            FollowedBooks books = new FollowedBooks(
                    client.read(client.get(suite.ledger().resolve(path)), Account.class),
                    List.of(client.read(
                            client.get(suite.ledger().resolve(path + "/holdings")), StrategyHolding[].class)),
                    List.of(client.read(
                            client.get(suite.ledger().resolve(path + "/trades?limit=10000")), Trade[].class)));
            violations.addAll(books.violations(codes));
            rows.add(List.of(
                    account,
                    Report.number(books.trades().size()),
                    Report.number(books.account().positions().size()),
                    books.account().realisedPnl().toPlainString(),
                    books.account().floatingPnl().toPlainString()));
        }
        return rows;
    }

    private void print(String run, List<List<String>> models, List<List<String>> accounts, List<String> violations) {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Models that were followed, run %s".formatted(run));
        report.table(List.of("strategy", "bars", "changes", "orders", "not followed"), models);
        report.table(List.of("account", "trades", "positions", "realised", "open profit"), accounts);
        report.line("");
        report.line("Violations: " + (violations.isEmpty() ? "none" : violations.size()));
        violations.forEach(report::line);
    }
}
