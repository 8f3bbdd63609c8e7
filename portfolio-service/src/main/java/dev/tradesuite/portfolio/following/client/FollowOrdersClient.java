package dev.tradesuite.portfolio.following.client;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.following.FollowOrders;
import dev.tradesuite.portfolio.following.FollowReply;
import dev.tradesuite.portfolio.following.FollowRequest;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders through the trade flow of orchestrator-service. Every request has a key, so that a repeat of it is answered as
 * the first; an order has one of its own besides, which no other order can have.
 */
@Component
final class FollowOrdersClient implements FollowOrders {

    /** As many orders as the orchestrator tells at once. */
    private static final int MOST = 1_000;

    /** A refusal begins with the code of its reason. */
    private static final Pattern REFUSAL = Pattern.compile("([A-Z][A-Z_]+): (.+)", Pattern.DOTALL);

    private final FollowOrdersApi orchestrator;

    FollowOrdersClient(FollowOrdersApi orchestrator) {
        this.orchestrator = orchestrator;
    }

    @Override
    public FollowReply send(FollowStep step, FollowRequest request) {
        try {
            return switch (request) {
                case FollowRequest.Buy buy ->
                    FollowReplyMapper.reply(orchestrator.place(order(step, buy), step.requestKey()));
                case FollowRequest.Close close ->
                    FollowReplyMapper.reply(
                            orchestrator.close(step.change().symbol(), close(step, close), step.requestKey()));
            };
        } catch (ServiceUnavailableException e) {
            Reason away = away(e);
            return hasNotArrived(e) ? new FollowReply.NotArrived(away) : new FollowReply.Unsure(away);
        } catch (RemoteProblemException e) {
            return refused(step, request, e);
        }
    }

    @Override
    public Optional<FollowReply> find(FollowStep step) {
        try {
            return orchestrator.orders(step.key().accountId(), step.change().symbol(), MOST).orders().stream()
                    .filter(order -> order.clientOrderId().equals(step.clientOrderId()))
                    .findFirst()
                    .map(FollowReplyMapper::reply);
        } catch (ServiceUnavailableException e) {
            return Optional.of(new FollowReply.Unsure(away(e)));
        } catch (RemoteProblemException e) {
            return Optional.of(new FollowReply.Unsure(Reason.of(FollowingReason.ORDER_UNDER_WAY, text(e))));
        }
    }

    private FollowReply refused(FollowStep step, FollowRequest request, RemoteProblemException e) {
        String code = e.problem().code();
        if (code.equals(ProblemCode.IDEMPOTENCY_KEY_IN_USE.name())) {
            return new FollowReply.Unsure(Reason.of(FollowingReason.ORDER_UNDER_WAY, text(e)));
        }
        if (code.equals(ProblemCode.NOT_COMPUTABLE.name())) {
            return new FollowReply.NotNow(Reason.of(FollowingReason.PRICE_UNKNOWN, text(e)));
        }
        if (request instanceof FollowRequest.Close) {
            return closeRefused(code, e);
        }
        Reason why = stated(e);
        // The order may be there already, under another key.
        return code.equals(ProblemCode.CONFLICT.name())
                ? find(step).orElseGet(() -> new FollowReply.Refused(why))
                : new FollowReply.Refused(why);
    }

    private static FollowReply closeRefused(String code, RemoteProblemException e) {
        if (code.equals(ProblemCode.NOT_FOUND.name())) {
            return new FollowReply.Refused(Reason.of(FollowingReason.NOTHING_HELD, text(e)));
        }
        Reason why = stated(e);
        // The broker has closed it already, by a stop or a target; the books will hear of it.
        return why.code().equals(TradeReason.NOTHING_TO_REDUCE.name())
                ? new FollowReply.NotNow(why)
                : new FollowReply.Refused(why);
    }

    private static Reason stated(RemoteProblemException e) {
        Matcher refusal = REFUSAL.matcher(Objects.requireNonNullElse(e.problem().detail(), ""));
        return refusal.matches()
                ? new Reason(refusal.group(1), refusal.group(2))
                : Reason.of(FollowingReason.ORDER_REFUSED, text(e));
    }

    private static PlaceOrderRequest order(FollowStep step, FollowRequest.Buy buy) {
        return new PlaceOrderRequest(
                step.key().accountId(),
                step.change().symbol(),
                buy.side(),
                null,
                null,
                buy.notional(),
                null,
                null,
                null,
                null,
                null,
                null,
                new PlaceOrderRequest.Level(buy.stop(), null),
                buy.target() == null ? null : new PlaceOrderRequest.Level(buy.target(), null),
                null,
                null,
                step.key().strategy(),
                step.clientOrderId(),
                null,
                buy.price(),
                null);
    }

    private static ClosePositionRequest close(FollowStep step, FollowRequest.Close close) {
        return new ClosePositionRequest(
                step.key().accountId(), close.price(), close.lots(), step.key().strategy(), null);
    }

    private static Reason away(ServiceUnavailableException e) {
        return Reason.of(
                FollowingReason.ORCHESTRATOR_AWAY,
                "%s (%s)".formatted(FollowingReason.ORCHESTRATOR_AWAY.sentence(), e.getMessage()));
    }

    /** Whether the request cannot have arrived: there was no connection it could have gone through. */
    private static boolean hasNotArrived(ServiceUnavailableException e) {
        if (e.reason() == ServiceUnavailableException.Reason.CIRCUIT_OPEN) {
            return true;
        }
        for (@Nullable Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String text(RemoteProblemException e) {
        return String.valueOf(e.getMessage());
    }
}
