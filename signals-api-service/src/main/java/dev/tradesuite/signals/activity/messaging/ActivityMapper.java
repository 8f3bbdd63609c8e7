package dev.tradesuite.signals.activity.messaging;

import dev.tradesuite.contracts.cycle.CycleEnded;
import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioStatusChange;
import dev.tradesuite.contracts.ledger.PortfolioTraded;
import dev.tradesuite.contracts.orchestrator.ApprovalChanged;
import dev.tradesuite.contracts.orchestrator.BrokerDifference;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionMade;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.contracts.orchestrator.TradingStopChanged;
import dev.tradesuite.contracts.portfolio.CorrelationRegimeChanged;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.PairCorrelationChanged;
import dev.tradesuite.contracts.portfolio.PortfolioLimitChanged;
import dev.tradesuite.contracts.portfolio.RebalancingChanged;
import dev.tradesuite.contracts.portfolio.RotationProposal;
import dev.tradesuite.contracts.risk.HighWaterMarkChanged;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import dev.tradesuite.signals.activity.ActivityReach;
import dev.tradesuite.signals.activity.ActivityReachService;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.activity.Happening.About;
import dev.tradesuite.signals.activity.Happening.Origin;
import dev.tradesuite.support.event.Inbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Events of other services as what happened, in sentences. */
public final class ActivityMapper {

    private static final String PORTFOLIO = "portfolio-";

    private final Inbox inbox;
    private final ActivityReachService reaches;

    public ActivityMapper(Inbox inbox, ActivityReachService reaches) {
        this.inbox = inbox;
        this.reaches = reaches;
    }

    /**
     * What an event tells; empty when it is no activity, such as an account that was marked.
     *
     * @throws tools.jackson.core.JacksonException when its data does not fit
     */
    public Optional<Happening> happening(EventEnvelope<JsonNode> event) {
        return Optional.ofNullable(
                switch (event.type()) {
                    case "decision.made" -> decision(event, inbox.read(event, DecisionMade.class));
                    case "order.filled" -> filled(event, inbox.read(event, OrderFilled.class));
                    case "order.closed" -> closed(event, inbox.read(event, OrderClosed.class));
                    case "order.protection" -> protection(event, inbox.read(event, ProtectionChanged.class));
                    case "broker.difference" -> difference(event, inbox.read(event, BrokerDifference.class));
                    case "stop.changed" -> stop(event, inbox.read(event, TradingStopChanged.class));
                    case "portfolio.changed" -> portfolio(event, inbox.read(event, Portfolio.class));
                    case "portfolio.traded" -> traded(event, inbox.read(event, PortfolioTraded.class));
                    case "limit.breached" -> breached(event, inbox.read(event, LimitBreached.class));
                    case "trading_state.changed" -> state(event, inbox.read(event, TradingStateInfo.class));
                    case "high_water_mark.changed" -> mark(event, inbox.read(event, HighWaterMarkChanged.class));
                    case "cycle.ended" -> cycle(event, inbox.read(event, CycleEnded.class));
                    case "portfolio.limit_breached", "portfolio.limit_kept" ->
                        limit(event, inbox.read(event, PortfolioLimitChanged.class));
                    case "rebalancing.changed" -> rebalancing(event, inbox.read(event, RebalancingChanged.class));
                    case "lifecycle.changed" -> lifecycle(event, inbox.read(event, LifecycleChanged.class));
                    case "strategy.followed" -> followed(event, inbox.read(event, FollowingStep.class));
                    case "correlation.pair" -> pair(event, inbox.read(event, PairCorrelationChanged.class));
                    case "correlation.regime" -> regime(event, inbox.read(event, CorrelationRegimeChanged.class));
                    case "rotation.proposed", "rotation.decided" ->
                        rotation(event, inbox.read(event, RotationProposal.class));
                    default ->
                        event.type().startsWith("approval.")
                                ? approval(event, inbox.read(event, ApprovalChanged.class))
                                : null;
                });
    }

    /** Of the request it was made for, also where it was told of later by whoever found its order. */
    private static Happening decision(EventEnvelope<?> event, DecisionMade told) {
        Origin origin = origin(event);
        Happening made = ofAccount(
                event,
                ActivityKind.DECISION,
                "Decision on %s is %s%s: %s"
                        .formatted(
                                told.symbol(),
                                word(told.decision()),
                                trade(told),
                                told.reason().message()),
                About.NOTHING
                        .withAccount(told.accountId())
                        .withSymbol(told.symbol())
                        .withStrategy(told.strategy())
                        .withSubject(told.decisionId()));
        return told.traceId() == null
                ? made
                : new Happening(
                        new Origin(origin.eventId(), origin.event(), origin.at(), told.traceId()),
                        made.kind(),
                        made.summary(),
                        made.about(),
                        made.reach(),
                        made.topic());
    }

    private static String trade(DecisionMade told) {
        if (told.side() == null || told.lotSize() == null || told.lotSize().signum() == 0) {
            return "";
        }
        return ", %s %s lots%s"
                .formatted(
                        word(told.side()),
                        plain(told.lotSize()),
                        told.decision() == Decision.PROCEED && told.orderId() == null ? " without an order" : "");
    }

    private static Happening filled(EventEnvelope<?> event, OrderFilled told) {
        String summary = "%s %s lots %s at %s%s"
                .formatted(
                        switch (told.side()) {
                            case BUY -> "Bought";
                            case SELL -> "Sold";
                        },
                        plain(told.lots()),
                        told.symbol(),
                        plain(told.price()),
                        told.orderComplete() ? "" : ", more of the order is to come");
        return ofAccount(
                event,
                ActivityKind.FILL,
                summary,
                About.account(told.accountId())
                        .withSymbol(told.symbol())
                        .withStrategy(told.strategy())
                        .withSubject(told.orderId()));
    }

    private static Happening closed(EventEnvelope<?> event, OrderClosed told) {
        return ofAccount(
                event,
                ActivityKind.ORDER,
                "Order for %s is %s: %s"
                        .formatted(
                                told.symbol(),
                                word(told.status()),
                                told.reason().message()),
                About.account(told.accountId()).withSymbol(told.symbol()).withSubject(told.orderId()));
    }

    private static Happening protection(EventEnvelope<?> event, ProtectionChanged told) {
        int orders = told.protection().size();
        return ofAccount(
                event,
                ActivityKind.ORDER,
                orders == 0
                        ? "No order protects the position in %s".formatted(told.symbol())
                        : "%d %s the position in %s"
                                .formatted(orders, orders == 1 ? "order protects" : "orders protect", told.symbol()),
                About.account(told.accountId()).withSymbol(told.symbol()));
    }

    private static Happening difference(EventEnvelope<?> event, BrokerDifference told) {
        return ofAccount(
                event,
                ActivityKind.BROKER,
                told.clearedAt() == null
                        ? "%s holds %s lots %s, the books say %s"
                                .formatted(
                                        told.broker(), plain(told.brokerLots()), told.symbol(), plain(told.bookLots()))
                        : "%s and the books agree on %s again".formatted(told.broker(), told.symbol()),
                About.account(told.accountId()).withSymbol(told.symbol()));
    }

    /** One line for each state; the trading states it sets on its way have theirs. */
    private static @Nullable Happening stop(EventEnvelope<?> event, TradingStopChanged told) {
        if (told.state() == StopState.RUNNING && told.step() != StopStep.RESTRICT) {
            return null;
        }
        String account = told.id();
        Happening changed = new Happening(
                origin(event),
                ActivityKind.STOP,
                "Stop of %s, %s, by %s %s: %s"
                        .formatted(
                                account == null ? "everything" : named(account),
                                word(told.level()),
                                told.askedBy(),
                                come(told),
                                told.reason()),
                About.NOTHING.withAccount(account).withSubject(told.stopId()),
                // As the trading state of everything, a stop of it is nobody's.
                account == null ? new ActivityReach.Readers() : ActivityReach.ofAccount(account),
                Optional.empty());
        return told.state() == StopState.FAILED ? with(NotificationTopic.STOP_FAILED, changed) : changed;
    }

    /** What has come of a stop; why it failed comes before its reason, which may be long. */
    private static String come(TradingStopChanged told) {
        return switch (told.state()) {
            case RUNNING -> "has begun";
            case DONE -> "is done";
            case SUPERSEDED -> "gives way to another one";
            case FAILED ->
                told.waitingFor() == null
                        ? "has failed"
                        : "has failed (%s)".formatted(told.waitingFor().message());
        };
    }

    private static String named(String account) {
        return account.startsWith(PORTFOLIO)
                ? "portfolio " + account.substring(PORTFOLIO.length())
                : "account " + account;
    }

    private static Happening portfolio(EventEnvelope<?> event, Portfolio told) {
        return ofAccount(
                event,
                ActivityKind.PORTFOLIO,
                "Portfolio %d, %s, is %s%s".formatted(told.portfolioId(), told.name(), told.status(), because(told)),
                About.account(PORTFOLIO + told.portfolioId())
                        .withStrategy(told.strategyType())
                        .withSubject(told.portfolioId()));
    }

    /** Who brought it to its status and why, where that is what has changed; a new name says nothing of it. */
    private static String because(Portfolio told) {
        PortfolioStatusChange change = told.statusChange();
        if (change == null || !change.changedAt().equals(told.updatedAt())) {
            return "";
        }
        return change.reason() == null
                ? " (%s)".formatted(change.changedBy())
                : " (%s): %s".formatted(change.changedBy(), change.reason());
    }

    private static @Nullable Happening traded(EventEnvelope<?> event, PortfolioTraded told) {
        if (told.trades().isEmpty()) {
            return null;
        }
        int trades = told.trades().size();
        BigDecimal cash =
                told.trades().stream().map(trade -> trade.cashChange()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return ofAccount(
                event,
                ActivityKind.FILL,
                "%d %s of portfolio %d changed its cash by %s USD"
                        .formatted(trades, trades == 1 ? "trade" : "trades", told.portfolioId(), plain(cash)),
                About.account(PORTFOLIO + told.portfolioId())
                        .withSubject(told.trades().getFirst().cycleId()));
    }

    private static Happening breached(EventEnvelope<?> event, LimitBreached told) {
        return with(
                NotificationTopic.BREACH,
                ofAccount(
                        event,
                        ActivityKind.BREACH,
                        "%s of account %s is %s %%, the limit is %s %%"
                                .formatted(
                                        words(told.check()),
                                        told.accountId(),
                                        plain(told.measured()),
                                        plain(told.limit())),
                        About.account(told.accountId())));
    }

    private static Happening state(EventEnvelope<?> event, TradingStateInfo told) {
        String summary = told.scope() == TradingStateScope.ALL
                ? "Everything is %s: %s".formatted(told.state(), told.cause())
                : "%s %s is %s: %s".formatted(words(told.scope()), told.id(), told.state(), told.cause());
        About about =
                switch (told.scope()) {
                    case ACCOUNT -> About.account(told.id());
                    case PORTFOLIO -> About.account(PORTFOLIO + told.id());
                    case STRATEGY -> About.NOTHING.withStrategy(told.id());
                    case SYMBOL -> About.NOTHING.withSymbol(told.id());
                    case ALL -> About.NOTHING;
                };
        return with(
                NotificationTopic.TRADING_STATE,
                new Happening(
                        origin(event),
                        ActivityKind.TRADING_STATE,
                        summary,
                        about,
                        // States of strategies, symbols and everything are nobody's.
                        about.account() == null
                                ? new ActivityReach.Readers()
                                : ActivityReach.ofAccount(about.account()),
                        Optional.empty()));
    }

    private static Happening mark(EventEnvelope<?> event, HighWaterMarkChanged told) {
        return ofAccount(
                event,
                ActivityKind.LIMIT,
                "The highest equity of account %s was put right from %s to %s: %s"
                        .formatted(told.accountId(), plain(told.from()), plain(told.to()), told.reason()),
                About.account(told.accountId()));
    }

    private static Happening cycle(EventEnvelope<?> event, CycleEnded told) {
        String cause = told.reason() == null ? "" : ": " + told.reason().message();
        String trades = told.counts() == null
                ? ""
                : " with %d %s".formatted(told.counts().trades(), told.counts().trades() == 1 ? "trade" : "trades");
        Happening ended = ofAccount(
                event,
                ActivityKind.CYCLE,
                "Cycle of portfolio %d %s%s%s".formatted(told.portfolioId(), word(told.status()), trades, cause),
                About.account(PORTFOLIO + told.portfolioId())
                        .withStrategy(told.strategyType())
                        .withSubject(told.cycleId()));
        return told.status() == CycleStatus.FAILED ? with(NotificationTopic.CYCLE_FAILED, ended) : ended;
    }

    private static Happening limit(EventEnvelope<?> event, PortfolioLimitChanged told) {
        Happening changed = ofAccount(
                event,
                ActivityKind.BREACH,
                "%s of account %s is %s"
                        .formatted(
                                words(told.limit()),
                                told.accountId(),
                                told.breached() ? "beyond its limit" : "within its limit again"),
                About.account(told.accountId()));
        return told.breached() ? with(NotificationTopic.BREACH, changed) : changed;
    }

    private static Happening rebalancing(EventEnvelope<?> event, RebalancingChanged told) {
        String outcome = told.outcome() == null ? "" : ": " + told.outcome().message();
        return ofAccount(
                event,
                ActivityKind.REBALANCING,
                "Rebalancing of account %s with %d orders is %s%s"
                        .formatted(told.accountId(), told.orders(), word(told.state()), outcome),
                About.account(told.accountId()).withSubject(told.id()));
    }

    private Happening lifecycle(EventEnvelope<?> event, LifecycleChanged told) {
        return ofStrategies(
                event,
                ActivityKind.STRATEGY,
                "Strategy %s went from %s to %s: %s".formatted(told.code(), told.from(), told.to(), told.reason()),
                About.NOTHING.withStrategy(told.code()),
                List.of(told.code()));
    }

    private static Happening followed(EventEnvelope<?> event, FollowingStep told) {
        String cause = told.reason() == null ? "" : ": " + told.reason().message();
        return ofAccount(
                event,
                ActivityKind.STRATEGY,
                "Signal of strategy %s, from %s to %s, is %s%s"
                        .formatted(told.code(), word(told.from()), word(told.to()), word(told.outcome()), cause),
                About.account(told.accountId())
                        .withSymbol(told.symbol())
                        .withStrategy(told.code())
                        .withSubject(told.orderId()));
    }

    private Happening pair(EventEnvelope<?> event, PairCorrelationChanged told) {
        return ofStrategies(
                event,
                ActivityKind.CORRELATION,
                told.above()
                        ? "Strategies %s and %s move together beyond the limit".formatted(told.a(), told.b())
                        : "Strategies %s and %s no longer move together beyond the limit".formatted(told.a(), told.b()),
                About.NOTHING.withStrategy(told.a()),
                List.of(told.a(), told.b()));
    }

    private static Happening regime(EventEnvelope<?> event, CorrelationRegimeChanged told) {
        // Of means over all strategies nobody's books can be read off.
        return new Happening(
                origin(event),
                ActivityKind.CORRELATION,
                told.shifted() ? "The correlations shift" : "The correlations no longer shift",
                About.NOTHING,
                new ActivityReach.Readers(),
                Optional.empty());
    }

    private Happening rotation(EventEnvelope<?> event, RotationProposal told) {
        return ofStrategies(
                event,
                ActivityKind.ROTATION,
                "Rotation of strategy %s, %s, is %s: %s"
                        .formatted(
                                told.strategy(),
                                word(told.action()),
                                word(told.state()),
                                told.reason().message()),
                About.NOTHING.withStrategy(told.strategy()).withSubject(told.id()),
                List.of(told.strategy()));
    }

    private static Happening approval(EventEnvelope<?> event, ApprovalChanged told) {
        String summary = "Approval is %s: %s".formatted(word(told.state()), told.summary());
        return told.accountId() == null
                ? new Happening(
                        origin(event),
                        ActivityKind.APPROVAL,
                        summary,
                        About.NOTHING.withSubject(told.id()),
                        new ActivityReach.Administrators(),
                        Optional.empty())
                : ofAccount(
                        event,
                        ActivityKind.APPROVAL,
                        summary,
                        About.account(told.accountId()).withSubject(told.id()));
    }

    private static Happening with(NotificationTopic topic, Happening what) {
        return new Happening(
                what.origin(), what.kind(), what.summary(), what.about(), what.reach(), Optional.of(topic));
    }

    private static Happening ofAccount(EventEnvelope<?> event, ActivityKind kind, String summary, About about) {
        ActivityReach reach =
                about.account() == null ? new ActivityReach.Administrators() : ActivityReach.ofAccount(about.account());
        return new Happening(origin(event), kind, summary, about, reach, Optional.empty());
    }

    private Happening ofStrategies(
            EventEnvelope<?> event, ActivityKind kind, String summary, About about, List<String> codes) {
        return new Happening(origin(event), kind, summary, about, reaches.ofStrategies(codes), Optional.empty());
    }

    private static Origin origin(EventEnvelope<?> event) {
        UUID id = event.eventId();
        return new Origin(id, event.type(), event.occurredAt(), event.traceId());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A constant at the begin of a sentence, such as {@code Daily loss}. */
    private static String words(Enum<?> constant) {
        String text = word(constant);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
