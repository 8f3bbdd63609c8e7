package dev.tradesuite.ledger.account.client;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.contracts.orchestrator.FillPage;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.BrokerLots;
import dev.tradesuite.ledger.account.FillSource;
import dev.tradesuite.ledger.account.messaging.FillMapper;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills and positions of the orchestrator. */
@Component
final class BookedFillsClient implements FillSource, BrokerLots {

    private static final Logger LOG = LoggerFactory.getLogger(BookedFillsClient.class);

    private final BookedFillsApi orchestrator;
    private final InstrumentCatalog catalog;

    BookedFillsClient(BookedFillsApi orchestrator, InstrumentCatalog catalog) {
        this.orchestrator = orchestrator;
        this.catalog = catalog;
    }

    @Override
    public Page page(Instant since, Optional<String> cursor) {
        FillPage page = orchestrator.fills(since, cursor.orElse(null));
        return new Page(
                page.fills().stream().flatMap(this::fill).toList(),
                Optional.ofNullable(page.bookedUntil()),
                Optional.ofNullable(page.nextCursor()));
    }

    private Stream<Fill> fill(OrderFilled filled) {
        try {
            return Stream.of(FillMapper.fill(filled, catalog));
        } catch (IllegalArgumentException e) {
            LOG.warn("Fill {} of account {} cannot be read: {}", filled.fillId(), filled.accountId(), e.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public Optional<Map<String, BigDecimal>> of(String accountId) {
        try {
            Map<String, BigDecimal> lots = new LinkedHashMap<>();
            orchestrator.positions(accountId).positions().forEach(each -> lots.put(each.symbol(), each.lots()));
            return Optional.of(lots);
        } catch (ServiceUnavailableException | RemoteProblemException e) {
            LOG.debug("What account {} holds at its broker is not known: {}", accountId, e.getMessage());
            return Optional.empty();
        }
    }
}
