package dev.tradesuite.sizing.position;

import dev.tradesuite.instruments.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that carries the risk.
 *
 * @param equity cash and open profit, above 0
 * @param currency currency of the equity and of every amount in the answer
 * @param marginRoom how much margin a trade may take
 */
public record SizingAccount(BigDecimal equity, String currency, MarginRoom marginRoom) {

    public SizingAccount {
        if (equity.signum() <= 0) {
            throw new IllegalArgumentException("equity must be above 0, was " + equity.toPlainString());
        }
    }

    /** A part of the equity, rounded down, so that it is never more than was asked. */
    BigDecimal share(BigDecimal fraction) {
        return Amounts.down(equity.multiply(fraction));
    }

    /** Margin a trade may take. */
    BigDecimal marginLeft() {
        return marginRoom.of(equity);
    }

    /** What bounds the margin, for a sentence. */
    String marginInWords() {
        String limit =
                "%s %% of the equity of %s".formatted(marginRoom.limitPercent().toPlainString(), inWords(equity));
        List<String> taken = new ArrayList<>();
        if (marginRoom.used().signum() > 0) {
            taken.add(inWords(marginRoom.used()) + " are used");
        }
        if (marginRoom.reserved().signum() > 0) {
            taken.add(inWords(marginRoom.reserved()) + " are held for other orders");
        }
        return taken.isEmpty() ? limit : "%s, of which %s".formatted(limit, String.join(" and ", taken));
    }

    /** An amount with its currency, for a sentence. */
    String inWords(BigDecimal amount) {
        return amount.toPlainString() + " " + currency;
    }
}
