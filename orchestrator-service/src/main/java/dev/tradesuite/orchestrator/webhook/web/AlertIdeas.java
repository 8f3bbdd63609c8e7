package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.trade.web.TradeMapper;
import dev.tradesuite.orchestrator.webhook.AlertIntent;
import dev.tradesuite.orchestrator.webhook.AlertService.Alert;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.web.AlertMapper.ReadAlert;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the ideas of an alert whose request has passed its constraints. */
@Component
final class AlertIdeas {

    private final TradeMapper trades;
    private final InstrumentCatalog catalog;

    AlertIdeas(TradeMapper trades, InstrumentCatalog catalog) {
        this.trades = trades;
        this.catalog = catalog;
    }

    /** The alert with what is to be decided on. */
    Alert alert(Webhook webhook, ReadAlert read) {
        AlertIntent.Leave exit = read.intent().exit();
        return new Alert(
                read.key(),
                read.dated(),
                exit == null ? null : exit(webhook, read, exit),
                read.intent().entry() == null ? null : entry(webhook, read),
                spacing(read.request()));
    }

    private TradeIdea entry(Webhook webhook, ReadAlert read) {
        TradeIdea idea = webhook.autoExecute() ? trades.toExecute(read.request()) : trades.toAnalyze(read.request());
        TradeIdea sized = read.sizeIgnored() ? idea.noticing(TradeReason.ALERT_SIZE_NOT_USED.reason()) : idea;
        return webhook.mode() == WebhookMode.FOLLOW ? sized.asStated() : sized;
    }

    /** An exit asks neither the brain nor sizing; risk lets it pass while trading is reduced to exits. */
    private TradeIdea exit(Webhook webhook, ReadAlert read, AlertIntent.Leave exit) {
        Instrument instrument = catalog.find(read.request().symbol()).orElseThrow();
        return TradeIdea.of(instrument, read.request().currentPrice())
                .wantedSide(exit.side())
                .entry(TradeEntry.EXIT_AT_MARKET)
                .exit(TradeExit.at(new StopChoice.None()))
                .size(size(exit))
                .account(new AccountChoice.InBooks(webhook.accountId()))
                .view(null)
                .strategy(webhook.strategy())
                .requestHash(read.key())
                .build();
    }

    private static SizeChoice size(AlertIntent.Leave exit) {
        Lots lots = exit.lots();
        return lots == null ? SizeChoice.ofShare(Objects.requireNonNull(exit.share())) : SizeChoice.ofLots(lots);
    }

    private static @Nullable Duration spacing(TradeRequest request) {
        return request.timeframe() == null ? null : request.timeframe().length();
    }
}
