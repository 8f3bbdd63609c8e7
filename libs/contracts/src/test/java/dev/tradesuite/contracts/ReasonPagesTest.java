package dev.tradesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.event.EventRefusal;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.ledger.RoundTripReason;
import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.portfolio.AllocationReason;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.MonitoringReason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import dev.tradesuite.contracts.portfolio.RotationReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.contracts.signals.FeedErrorCode;
import dev.tradesuite.contracts.signals.JobReason;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.RecordRefusal;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The pages {@code docs/reasons.md} and {@code docs/problems.md} say what the enums say.
 *
 * <p>Run with {@code -Ddocs.write=true} to write them anew.
 */
class ReasonPagesTest {

    private static final Path DOCS = Path.of("..", "..", "docs");

    @Test
    void reasonsPageListsEveryReason() throws IOException {
        String page =
                """
                # Reasons

                Every decision carries its reasons as a `code` and a `message` with the figures of the case. These are all codes.
                The page is written from the enums in `contracts`; a test fails when it is stale.
                """
                        + section("Trade flow", TradeReason.values(), TradeReason::sentence)
                        + section("Brain", SignalReason.values(), SignalReason::sentence)
                        + section("Sizing", SizingReason.values(), SizingReason::sentence)
                        + section("Risk", RiskReason.values(), RiskReason::sentence)
                        + section("Prediction markets", MarketReason.values(), MarketReason::sentence)
                        + section("Strategy cycles", StrategyReason.values(), StrategyReason::sentence)
                        + section("Models that have nothing to tell", NoDataReason.values(), NoDataReason::sentence)
                        + section("Errors of the WebSocket feed", FeedErrorCode.values(), FeedErrorCode::sentence)
                        + section("Jobs on bars of the past", JobReason.values(), JobReason::sentence)
                        + section("Orders of portfolios", PortfolioReason.values(), PortfolioReason::sentence)
                        + section(
                                "Round trips of accounts and portfolios",
                                RoundTripReason.values(),
                                RoundTripReason::sentence)
                        + section("Exits of accounts", ExitReason.values(), ExitReason::sentence)
                        + section("Correlations of strategies", CorrelationReason.values(), CorrelationReason::sentence)
                        + section("Events that are not read", EventRefusal.values(), EventRefusal::sentence)
                        + section("Refused rows of an import", RowRefusal.values(), RowRefusal::sentence)
                        + section("Refused rows of recorded trades", RecordRefusal.values(), RecordRefusal::sentence)
                        + section("Refused daily returns", ReturnRefusal.values(), ReturnRefusal::sentence)
                        + section("Daily returns that are absent", ReturnReason.values(), ReturnReason::sentence)
                        + section("Gates of the lifecycle", EvidenceReason.values(), EvidenceReason::sentence)
                        + section("Weights of portfolios", AllocationReason.values(), AllocationReason::sentence)
                        + section("Rebalancings", RebalancingReason.values(), RebalancingReason::sentence)
                        + section("Signals that are not followed", FollowingReason.values(), FollowingReason::sentence)
                        + section("Rotation of strategies", RotationReason.values(), RotationReason::sentence)
                        + section("Monitoring of accounts", MonitoringReason.values(), MonitoringReason::sentence);
        compare("reasons.md", page);
    }

    @Test
    void problemsPageListsEveryCode() throws IOException {
        String rows = Arrays.stream(ProblemCode.values())
                .map(code ->
                        "| `%s` | %d | %s | %s |%n".formatted(code.name(), code.status(), code.title(), code.fix()))
                .collect(Collectors.joining());
        compare(
                "problems.md",
                """
                # Problems

                An error leaves every service as an RFC 9457 problem: `type`, `title`, `status`, `detail`, `instance`, and in addition
                `code` (stable, listed here), `errors` (one entry per faulty field: `field`, `code`, `message`, `rejected`) and
                `trace_id`. A trade that is denied is not an error; see [reasons](reasons.md).
                The page is written from the enum `ProblemCode`; a test fails when it is stale.

                | code | status | meaning | what to do |
                | --- | --- | --- | --- |
                """
                        + rows);
    }

    private static <E extends Enum<E>> String section(String title, E[] reasons, Function<E, String> sentence) {
        return "%n## %s%n%n| code | meaning |%n| --- | --- |%n".formatted(title)
                + Arrays.stream(reasons)
                        .map(reason -> "| `%s` | %s |%n".formatted(reason.name(), sentence.apply(reason)))
                        .collect(Collectors.joining());
    }

    private static void compare(String file, String page) throws IOException {
        Path path = DOCS.resolve(file);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(path, page);
        }
        assertThat(path).as("stale; run this test with -Ddocs.write=true").hasContent(page);
    }
}
