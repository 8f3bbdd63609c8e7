package dev.tradesuite.contracts.portfolio;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the feed and the outgoing webhook tell of strategies and accounts, and by which events they learn of it. */
public enum PortfolioMessage {
    /** What an account is worth and holds. */
    PORTFOLIO_STATE("portfolio_state", "portfolio.state"),
    /** What an account can lose. */
    PORTFOLIO_RISK("portfolio_risk", "portfolio.risk"),
    /** An account went beyond a limit, or has come back. */
    PORTFOLIO_LIMIT("portfolio_limit", "portfolio.limit_"),
    /** A rebalancing reached another state. */
    REBALANCING("rebalancing", "rebalancing."),
    /** An approval is asked for, or decided. */
    APPROVAL("approval", "approval."),
    /** A strategy went from one state to another. */
    LIFECYCLE("lifecycle", "lifecycle."),
    /** Strategies have become too much alike, or the correlations shift. */
    CORRELATION_BREACH("correlation_breach", "correlation."),
    /** A rotation is proposed, or decided. */
    ROTATION_PROPOSAL("rotation_proposal", "rotation."),
    /** A broker holds another position than the books say, or no longer. */
    BROKER_DIFFERENCE("broker_difference", "broker.difference");

    private final String wireName;
    private final String event;

    PortfolioMessage(String wireName, String event) {
        this.wireName = wireName;
        this.event = event;
    }

    /** Its {@code type} on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The message an event becomes; empty when it becomes none. */
    public static Optional<PortfolioMessage> ofEvent(String type) {
        return Arrays.stream(values())
                .filter(message -> (message.event.endsWith(".") || message.event.endsWith("_"))
                        ? type.startsWith(message.event)
                        : type.equals(message.event))
                .findFirst();
    }

    /** The message of this {@code type}; empty when there is none. */
    public static Optional<PortfolioMessage> named(String wireName) {
        return Arrays.stream(values())
                .filter(message -> message.wireName.equals(wireName))
                .findFirst();
    }

    /** All types. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(PortfolioMessage::wireName).toList();
    }
}
