package dev.tradesuite.orchestrator.approval;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a person has to approve, and how.
 *
 * @param above notional in the currency of the account above which a trade needs approval, such as {@code 50000}, or a
 *     share of its equity, such as {@code 200 %}; absent or empty: no trade does
 * @param expiresIn how long an approval can be decided, unless the asker says otherwise
 * @param fourEyes whether who asked may not approve
 * @param maxMovePercent how far the market, or the size that sizing allows, may have moved when a trade is approved
 * @param sweep how often approvals are looked for whose time is over, and trades whose approver was interrupted
 * @param grace how long the execution of an approved trade may take to begin
 * @param keep how long an approval is kept after its end
 */
@ConfigurationProperties("suite.orchestrator.approval")
record ApprovalSettings(
        @Nullable String above,
        @DefaultValue("15m") Duration expiresIn,
        @DefaultValue("false") boolean fourEyes,
        @DefaultValue("0.5") BigDecimal maxMovePercent,
        @DefaultValue("5s") Duration sweep,
        @DefaultValue("30s") Duration grace,
        @DefaultValue("400d") Duration keep) {}
