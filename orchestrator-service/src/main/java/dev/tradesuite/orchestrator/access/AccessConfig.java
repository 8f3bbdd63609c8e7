package dev.tradesuite.orchestrator.access;

import dev.tradesuite.contracts.orchestrator.ClosePositionRequest;
import dev.tradesuite.contracts.orchestrator.CreateWebhookRequest;
import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.ProtectPositionRequest;
import dev.tradesuite.orchestrator.approval.Approvals;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.orchestrator.stop.TradingStops;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.BooksFinder;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/** Says which books things belong to, and which account a request means that names none: the usual one. */
@Configuration(proxyBeanMethods = false)
class AccessConfig {

    @Bean
    BooksFinder booksOfOrder(TradeOrders orders) {
        return finder("order", id -> orders.find(UUID.fromString(id))
                .map(order -> List.of(OwnedBooks.account(order.origin().accountId()))));
    }

    @Bean
    BooksFinder booksOfDecision(DecisionStore decisions) {
        return finder("decision", id -> decisions
                .accountsOf(UUID.fromString(id))
                .map(accounts -> accounts.stream().map(OwnedBooks::account).toList()));
    }

    /** One that is about no account is everybody's who may approve. */
    @Bean
    BooksFinder booksOfApproval(Approvals approvals) {
        return finder("approval", id -> approvals.find(UUID.fromString(id)).map(approval -> Stream.ofNullable(
                        approval.question().accountId())
                .map(OwnedBooks::account)
                .toList()));
    }

    /** One of every account is everybody's; what it says of accounts is told to their owners only. */
    @Bean
    BooksFinder booksOfStop(TradingStops stops) {
        return finder("stop", id -> stops.find(UUID.fromString(id))
                .map(stop -> Stream.ofNullable(stop.wish().accountId())
                        .map(OwnedBooks::account)
                        .toList()));
    }

    @Bean
    BooksFinder booksOfWebhook(Webhooks webhooks) {
        return finder("webhook", id -> {
            UUID wanted = UUID.fromString(id);
            return webhooks.all().stream()
                    .filter(webhook -> webhook.id().equals(wanted))
                    .findFirst()
                    .map(webhook -> List.of(OwnedBooks.account(webhook.accountId())));
        });
    }

    @Bean
    BooksFinder booksOfCycle(CycleStore cycles) {
        return finder("cycle", id -> cycles.find(UUID.fromString(id))
                .map(cycle -> List.of(OwnedBooks.portfolio(cycle.portfolioId()))));
    }

    @Bean
    BodyBooks<PlaceOrderRequest> booksOfNewOrder(TradeDefaults usual) {
        return usual(PlaceOrderRequest.class, PlaceOrderRequest::accountId, usual);
    }

    @Bean
    BodyBooks<ClosePositionRequest> booksOfClose(TradeDefaults usual) {
        return usual(ClosePositionRequest.class, ClosePositionRequest::accountId, usual);
    }

    @Bean
    BodyBooks<ProtectPositionRequest> booksOfProtection(TradeDefaults usual) {
        return usual(ProtectPositionRequest.class, ProtectPositionRequest::accountId, usual);
    }

    @Bean
    BodyBooks<CreateWebhookRequest> booksOfNewWebhook(TradeDefaults usual) {
        return usual(CreateWebhookRequest.class, CreateWebhookRequest::accountId, usual);
    }

    private static BooksFinder finder(String name, Function<String, Optional<List<OwnedBooks>>> find) {
        return new BooksFinder() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<List<OwnedBooks>> find(String id) {
                return find.apply(id);
            }
        };
    }

    private static <T> BodyBooks<T> usual(Class<T> type, Function<T, @Nullable String> account, TradeDefaults usual) {
        return new BodyBooks<>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public List<OwnedBooks> named(T body, MethodParameter where) {
                String named = account.apply(body);
                return List.of(OwnedBooks.account(named == null ? usual.accountId() : named));
            }
        };
    }
}
