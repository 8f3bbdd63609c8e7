package dev.tradesuite.sizing.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SizingAccountTest {

    private static final MarginRoom ROOM = new MarginRoom(new BigDecimal("80"), BigDecimal.ZERO, BigDecimal.ZERO);

    @Test
    void aShareIsNeverMoreThanWasAsked() {
        // 333.33 x 0.015 = 4.99995
        SizingAccount account = new SizingAccount(new BigDecimal("333.33"), "EUR", ROOM);
        assertThat(account.share(new BigDecimal("0.015"))).isLessThanOrEqualTo(new BigDecimal("4.99995"));
        assertThat(account.inWords(new BigDecimal("1E+3"))).isEqualTo("1000 EUR");
    }

    @Test
    void anAccountWithoutEquityCarriesNoRisk() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SizingAccount(BigDecimal.ZERO, "USD", ROOM));
        assertThatIllegalArgumentException().isThrownBy(() -> new SizingAccount(new BigDecimal("-1"), "USD", ROOM));
    }
}
