package dev.tradesuite.signals.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountCurveServiceTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final ModelAccount ACCOUNT = Accounts.account(1, "RL_PPO", START, START.plusSeconds(900), "10300");

    private final FakeCurves curves = new FakeCurves();
    private final AccountCurveService service = new AccountCurveService(curves);

    @Test
    void theWindowStartsWithWhatTheAccountHadThen() {
        curves.add(1, START.plusSeconds(300), "10000");
        curves.add(1, START.plusSeconds(600), "10200");
        curves.add(1, START.plusSeconds(900), "10302");

        AccountCurve curve = of(START.plusSeconds(600), START.plusSeconds(900));

        assertThat(curve.starting()).isEqualByComparingTo("10200");
        assertThat(curve.points()).extracting(AccountPoint::at).containsExactly(START.plusSeconds(900));
        // 10302 / 10200 - 1 = 1 %.
        assertThat(curve.returnPercent().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @Test
    void beforeItsFirstPointAnAccountHasItsCapital() {
        curves.add(1, START.plusSeconds(300), "9900");

        AccountCurve curve = of(START, START.plusSeconds(900));

        assertThat(curve.starting()).isEqualByComparingTo("10000");
        assertThat(curve.returnPercent().orElseThrow()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void withoutAPointThereIsNoReturn() {
        AccountCurve curve = of(START, START.plusSeconds(900));

        assertThat(curve.points()).isEmpty();
        assertThat(curve.ending()).isEmpty();
        assertThat(curve.returnPercent()).isEmpty();
    }

    private AccountCurve of(Instant from, Instant to) {
        return service.of(Accounts.EURUSD, ACCOUNT, new CurveWindow(from, to), EquityResolution.POINTS);
    }
}
