package dev.tradesuite.signals.stream;

import dev.tradesuite.contracts.portfolio.PortfolioMessage;
import dev.tradesuite.contracts.signals.ActivityMessage;
import java.util.Arrays;
import java.util.Optional;

/** What a message tells. */
public enum StreamKind {
    /** What a model says about a bar. */
    SIGNAL("signal"),
    /** A position was opened, closed or valued anew. */
    POSITION("position_update"),
    /** The newest price of an instrument. */
    PRICE("price_update"),
    /** Equity of every account on an instrument. */
    EQUITY("equity_update"),
    /** What an account is worth and holds. */
    PORTFOLIO_STATE(PortfolioMessage.PORTFOLIO_STATE),
    /** What an account can lose. */
    PORTFOLIO_RISK(PortfolioMessage.PORTFOLIO_RISK),
    /** An account went beyond a limit, or has come back. */
    PORTFOLIO_LIMIT(PortfolioMessage.PORTFOLIO_LIMIT),
    /** A rebalancing reached another state. */
    REBALANCING(PortfolioMessage.REBALANCING),
    /** An approval is asked for, or decided. */
    APPROVAL(PortfolioMessage.APPROVAL),
    /** A strategy went from one state to another. */
    LIFECYCLE(PortfolioMessage.LIFECYCLE),
    /** Strategies have become too much alike, or the correlations shift. */
    CORRELATION_BREACH(PortfolioMessage.CORRELATION_BREACH),
    /** A rotation is proposed, or decided. */
    ROTATION_PROPOSAL(PortfolioMessage.ROTATION_PROPOSAL),
    /** A broker holds another position than the books say, or no longer. */
    BROKER_DIFFERENCE(PortfolioMessage.BROKER_DIFFERENCE),
    /** An order was filled, ended, or others protect a position. */
    ORDER(ActivityMessage.ORDER),
    /** An account as the books have it now. */
    ACCOUNT(ActivityMessage.ACCOUNT),
    /** A trading state was changed, a limit was passed, or the highest equity was put right. */
    RISK_STATE(ActivityMessage.RISK_STATE),
    /** A cycle ended. */
    CYCLE(ActivityMessage.CYCLE),
    /** How far a backfill or backtest is. */
    JOB_PROGRESS(ActivityMessage.JOB_PROGRESS),
    /** Something somebody should know of. */
    NOTIFICATION(ActivityMessage.NOTIFICATION),
    /** Something happened. */
    ACTIVITY(ActivityMessage.ACTIVITY);

    private final String wireName;
    private final boolean isNews;
    private final boolean isNamedOnly;

    StreamKind(String wireName) {
        this.wireName = wireName;
        this.isNews = false;
        this.isNamedOnly = false;
    }

    StreamKind(PortfolioMessage message) {
        this.wireName = message.wireName();
        this.isNews = true;
        this.isNamedOnly = false;
    }

    StreamKind(ActivityMessage message) {
        this.wireName = message.wireName();
        this.isNews = true;
        this.isNamedOnly = true;
    }

    /** Whether only a client hears it whose subscription names it. */
    public boolean isNamedOnly() {
        return isNamedOnly;
    }

    /** Whether it tells that something happened, and not how something stands: no snapshot has it. */
    public boolean isNews() {
        return isNews;
    }

    /** Its {@code type} on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The kind of a {@code type}; empty when no message has it. */
    public static Optional<StreamKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
