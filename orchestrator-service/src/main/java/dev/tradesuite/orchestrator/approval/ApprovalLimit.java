package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The size above which a trade needs approval.
 *
 * @param notional in the currency of the account; absent when it is a share of equity
 * @param percent of equity; absent when it is a notional
 */
record ApprovalLimit(@Nullable BigDecimal notional, @Nullable BigDecimal percent) {

    static final ApprovalLimit NONE = new ApprovalLimit(null, null);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Reads the setting.
     *
     * @param text such as {@code 50000} or {@code 200 %}; absent or empty: no trade needs approval
     * @throws IllegalArgumentException when it is neither, or below zero
     */
    static ApprovalLimit parse(@Nullable String text) {
        String stated = text == null ? "" : text.strip();
        if (stated.isEmpty()) {
            return NONE;
        }
        boolean isShare = stated.endsWith("%");
        BigDecimal value =
                number(isShare ? stated.substring(0, stated.length() - 1).strip() : stated);
        if (value.signum() < 0) {
            throw new IllegalArgumentException("expected 0 or more, found " + stated);
        }
        return isShare ? new ApprovalLimit(null, value) : new ApprovalLimit(value, null);
    }

    /** Whether there is one at all. */
    boolean isSet() {
        return notional != null || percent != null;
    }

    /**
     * Why a trade is above the limit; empty when it is not. The limit is {@code notional}, or equity x percent / 100.
     *
     * @param worth notional of the trade in the currency of the account; empty when no price leads there, which is
     *     above any limit
     */
    Optional<Reason> exceededBy(Optional<BigDecimal> worth, BigDecimal equity, String currency) {
        if (!isSet()) {
            return Optional.empty();
        }
        if (worth.isEmpty()) {
            return Optional.of(TradeReason.APPROVAL_NEEDED.reason(
                    "What the trade is worth in %s is not known, so it needs approval.".formatted(currency)));
        }
        BigDecimal limit = percent == null ? notional : equity.multiply(percent).divide(HUNDRED, MathContext.DECIMAL64);
        return limit != null && worth.get().compareTo(limit) > 0
                ? Optional.of(
                        TradeReason.APPROVAL_NEEDED.reason("The trade is worth %s %s; above %s %s%s it needs approval."
                                .formatted(
                                        money(worth.get()),
                                        currency,
                                        money(limit),
                                        currency,
                                        percent == null
                                                ? ""
                                                : " (%s %% of equity)".formatted(percent.toPlainString()))))
                : Optional.empty();
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static BigDecimal number(String stated) {
        try {
            return new BigDecimal(stated);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(
                    "expected a notional such as 50000, or a share of equity such as 200 %%, found %s"
                            .formatted(stated));
        }
    }
}
