package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.AccountHeadroom;
import dev.tradesuite.contracts.risk.CurrencyHeadroom;
import dev.tradesuite.contracts.risk.LimitHeadroom;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.web.RiskAccountMapper;
import dev.tradesuite.risk.check.MeasuredLimit;
import dev.tradesuite.risk.check.NetExposure;
import dev.tradesuite.risk.check.Reading;
import dev.tradesuite.risk.check.StandingRisk;
import dev.tradesuite.risk.state.web.TradingStateMapper;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left before the limits, as records of the contracts. */
public final class HeadroomMapper {

    private HeadroomMapper() {}

    /** The account beside its limits, as others see it. */
    public static AccountHeadroom write(String accountId, StandingRisk standing) {
        return new AccountHeadroom(
                RiskAccountMapper.account(accountId, standing.account()),
                standing.level(),
                standing.limits().stream().map(HeadroomMapper::limit).toList(),
                standing.exposures().stream().map(HeadroomMapper::currency).toList(),
                standing.tradingState(),
                standing.restrictions().stream().map(TradingStateMapper::info).toList(),
                standing.evaluatedAt());
    }

    private static LimitHeadroom limit(MeasuredLimit limit) {
        Reading reading = limit.reading();
        return new LimitHeadroom(
                limit.name(),
                limit.level(),
                shown(reading.measured()),
                Amounts.stripped(Objects.requireNonNull(reading.limit())),
                shown(reading.headroom()),
                reading.unit().name().toLowerCase(Locale.ROOT),
                limit.reason(),
                limit.message());
    }

    private static CurrencyHeadroom currency(NetExposure exposure) {
        return new CurrencyHeadroom(
                exposure.currency(),
                Amounts.even(exposure.booked()),
                Amounts.even(exposure.widest()),
                shown(exposure.reading().measured()),
                shown(exposure.reading().headroom()),
                exposure.level());
    }

    private static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null ? null : Amounts.stripped(value);
    }
}
