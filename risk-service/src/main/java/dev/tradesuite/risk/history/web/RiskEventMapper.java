package dev.tradesuite.risk.history.web;

import dev.tradesuite.contracts.risk.RiskEvent;
import dev.tradesuite.contracts.risk.RiskEvent.LimitStep;
import dev.tradesuite.contracts.risk.RiskEvent.MarkStep;
import dev.tradesuite.contracts.risk.RiskEvent.PassedLimit;
import dev.tradesuite.contracts.risk.RiskEvent.StateStep;
import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.LimitChange;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.web.RiskAccountMapper;
import dev.tradesuite.risk.history.LoggedEvent;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The history as records of the contracts. */
public final class RiskEventMapper {

    private RiskEventMapper() {}

    /** An event as others see it. */
    public static RiskEvent write(LoggedEvent event) {
        Line line = new Line(event);
        return switch (event) {
            case LoggedEvent.Breached(var _, var _, String account, var breach) ->
                line.of(
                        StateEntry.SYSTEM,
                        account,
                        null,
                        new PassedLimit(
                                breach.check(), Amounts.stripped(breach.measured()), Amounts.stripped(breach.limit())),
                        null,
                        null,
                        null);
            case LoggedEvent.StateChanged(
                    var _,
                    var _,
                    StateSubject subject,
                    var from,
                    var to,
                    String cause,
                    String by) ->
                line.of(
                        by,
                        account(subject),
                        cause,
                        null,
                        new StateStep(subject.scope(), subject.id(), from, to),
                        null,
                        null);
            case LoggedEvent.LimitsChanged(var _, Limits from, LimitChange change) ->
                line.of(
                        change.person(),
                        change.accountId(),
                        change.reason(),
                        null,
                        null,
                        new LimitStep(limits(from), RiskAccountMapper.limits(change.limits())),
                        null);
            case LoggedEvent.HighWaterMarkChanged(var _, HighWaterMarkChange change) ->
                line.of(
                        change.person(),
                        change.accountId(),
                        change.reason(),
                        null,
                        null,
                        null,
                        new MarkStep(Amounts.even(change.from()), Amounts.even(change.to())));
        };
    }

    private static @Nullable RiskLimits limits(@Nullable Limits limits) {
        return limits == null ? null : RiskAccountMapper.limits(limits);
    }

    private static @Nullable String account(StateSubject subject) {
        return subject.scope() == TradingStateScope.ACCOUNT || subject.scope() == TradingStateScope.PORTFOLIO
                ? subject.eventKey()
                : null;
    }

    /** What every event begins with. */
    private record Line(LoggedEvent event) {

        RiskEvent of(
                String by,
                @Nullable String account,
                @Nullable String reason,
                @Nullable PassedLimit breach,
                @Nullable StateStep state,
                @Nullable LimitStep limits,
                @Nullable MarkStep mark) {
            Instant at = event.at();
            String id = event.type().name().toLowerCase(Locale.ROOT) + "-" + event.number();
            return new RiskEvent(id, event.type(), at, by, account, reason, breach, state, limits, mark);
        }
    }
}
