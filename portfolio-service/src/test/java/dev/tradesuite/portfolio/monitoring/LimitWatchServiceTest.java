package dev.tradesuite.portfolio.monitoring;

import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.NOON;
import static dev.tradesuite.portfolio.monitoring.WatchedAccounts.account;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.portfolio.PortfolioLimit;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitWatchServiceTest {

    private final FakeMonitoring all = new FakeMonitoring();
    private final FixedClock clock = FixedClock.at(NOON.toString());
    private boolean hasTarget = true;
    private final Instance one = new Instance(true);
    private final Instance other = new Instance(true);

    /** An instance of the service with a memory of its own. */
    private final class Instance {

        private final LiveMemory memory = new LiveMemory();
        private final LiveRiskService risks = new LiveRiskService(
                memory,
                new LiveRiskCalculator(
                        InstrumentCatalog.shipped(),
                        MarketHours.shipped(),
                        memory,
                        new LiveRiskCalculator.Ages(Duration.ofMinutes(5), Duration.ofMinutes(15), 7, 365),
                        new MonitoringLimits(0.03, 0.15, 0.4, 0.1)),
                all,
                all,
                all,
                clock);
        private final LimitWatchService watch;

        Instance(boolean restrict) {
            watch = new LimitWatchService(
                    risks,
                    new LimitWatchService.Keeping(all, all, all),
                    new PlainWork(),
                    new LimitWatchService.Rules(_ -> restrict && hasTarget, Duration.ofSeconds(15)),
                    clock);
        }

        void sees(String equity, long sequence) {
            memory.heard(account(equity, "0", sequence, List.of()), clock.instant());
            looks();
        }

        void looks() {
            watch.begin();
            memory.account("main").ifPresent(watch::look);
        }
    }

    @Test
    void breachIsToldOnceAndRestrictsOnceWhoeverSeesIt() {
        one.sees("8000", 1);
        other.sees("8000", 1);
        one.looks();

        assertThat(all.told).filteredOn(line -> line.contains("DRAWDOWN")).containsExactly("main DRAWDOWN BREACHED");
        assertThat(all.waiting.values()).singleElement().satisfies(each -> assertThat(each.cause())
                .isEqualTo("drawdown is 20.00 %, above 15.00 %"));
    }

    @Test
    void comingBackIsToldAfterTheMarginAndLoosensNothing() {
        one.sees("8000", 1);
        one.sees("8600", 2);
        assertThat(all.isBeyond(PortfolioLimit.DRAWDOWN)).isTrue();

        one.sees("8700", 3);
        other.sees("8700", 3);

        assertThat(all.isBeyond(PortfolioLimit.DRAWDOWN)).isFalse();
        assertThat(all.told)
                .filteredOn(line -> line.contains("DRAWDOWN"))
                .containsExactly("main DRAWDOWN BREACHED", "main DRAWDOWN KEPT");
        assertThat(all.waiting).hasSize(1);
    }

    @Test
    void whatIsUnknownChangesNothing() {
        one.sees("8000", 1);
        clock.advance(Duration.ofHours(1));

        one.looks();

        assertThat(all.isBeyond(PortfolioLimit.DRAWDOWN)).isTrue();
    }

    @Test
    void withoutTheSettingNothingIsRestricted() {
        new Instance(false).sees("8000", 1);

        assertThat(all.waiting).isEmpty();
        assertThat(all.told).contains("main DRAWDOWN BREACHED");
    }

    @Test
    void firstTargetOfAnAccountThatIsBeyondRestrictsItOnce() {
        hasTarget = false;
        one.sees("8000", 1);
        other.sees("8000", 1);
        assertThat(all.waiting).isEmpty();

        hasTarget = true;
        one.looks();
        other.looks();
        one.looks();

        assertThat(all.waiting.values()).singleElement().satisfies(each -> assertThat(each.cause())
                .isEqualTo("drawdown is 20.00 %, above 15.00 %"));
        assertThat(all.told).filteredOn(line -> line.contains("DRAWDOWN")).containsExactly("main DRAWDOWN BREACHED");
    }

    /** Its books are not heard of any more when it gets its target: what was a breach stays one. */
    @Test
    void breachThatIsUnknownByNowRestrictsTheFirstTargetToo() {
        hasTarget = false;
        one.sees("8000", 1);
        clock.advance(Duration.ofHours(1));
        hasTarget = true;

        one.looks();

        assertThat(all.waiting.values()).singleElement().satisfies(each -> assertThat(each.cause())
                .isEqualTo("DRAWDOWN was above 15.00 %, and is not known now"));
    }

    @Test
    void breachThatWasOverBeforeTheFirstTargetRestrictsNothing() {
        hasTarget = false;
        one.sees("8000", 1);
        one.sees("8700", 2);
        hasTarget = true;

        one.looks();

        assertThat(all.waiting).isEmpty();
    }

    @Test
    void accountIsToldOfOnceForEachReport() {
        one.sees("10000", 1);
        other.sees("10000", 1);

        assertThat(all.told).containsExactly("main 10000.00");
    }

    @Test
    void accountThatMemoryDoesNotKnowIsAskedFor() {
        all.accounts.add(account("9000", List.of()));

        assertThat(one.risks.risk("main").orElseThrow().worth().drawdown()).isEqualTo(0.1);
        assertThat(one.risks.risk("nobody")).isEmpty();
    }

    @Test
    void riskServiceIsToldUntilItHasHeard() {
        AccountRestrictionService sends = new AccountRestrictionService(all, all, clock);
        one.sees("8000", 1);
        all.riskFails = Optional.of("risk is offline");

        assertThat(sends.sendDue()).isZero();
        assertThat(sends.sendDue()).isZero();
        all.riskFails = Optional.empty();
        assertThat(sends.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(2));

        assertThat(sends.sendDue()).isOne();
        assertThat(sends.sendDue()).isZero();
        assertThat(all.restricted).containsExactly("main: drawdown is 20.00 %, above 15.00 %");
    }

    /** It was sent, and the instance died before it noted that. */
    @Test
    void crashAfterSendingSendsItAgain() {
        one.sees("8000", 1);
        assertThat(all.claim(clock.instant(), clock.instant().plusSeconds(30))).isPresent();

        AccountRestrictionService sends = new AccountRestrictionService(all, all, clock);
        assertThat(sends.sendDue()).isZero();
        clock.advance(Duration.ofSeconds(30));

        assertThat(sends.sendDue()).isOne();
    }
}
