package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the way of a trade before the first one comes, so that an alert after a start is decided in its time: brain,
 * books, sizing, risk and the document. It analyzes only: nothing is stored, reserved or sent.
 */
public final class TradeWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(TradeWarmUp.class);
    private static final int ROUNDS = 3;
    private static final BigDecimal EQUITY = BigDecimal.valueOf(10_000);

    private final TradeFlow flow;
    private final PriceGuard guard;
    private final DecisionDocuments documents;
    private final Instrument instrument;
    private final TradeDefaults defaults;
    private final Duration limit;
    private final Clock clock;

    /**
     * @param instrument that is analyzed
     * @param limit longest time it may take; zero for none at all
     */
    public TradeWarmUp(
            TradeFlow flow,
            PriceGuard guard,
            DecisionDocuments documents,
            Instrument instrument,
            TradeDefaults defaults,
            Duration limit,
            Clock clock) {
        this.flow = flow;
        this.guard = guard;
        this.documents = documents;
        this.instrument = instrument;
        this.defaults = defaults;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Analyzes until the way is walked a few times or the time is over. A service that does not answer is no fault
     * here.
     */
    public void run() {
        Deadline deadline = Deadline.in(limit);
        try {
            for (int round = 0; round < ROUNDS && !deadline.isOver(); round++) {
                BigDecimal price =
                        guard.newest(instrument).map(ClosingPrice::price).orElse(BigDecimal.ONE);
                // One asks the brain and the books, and may end there; the other goes on to sizing and risk.
                analyze(
                        TradeIdea.of(instrument, price).account(new AccountChoice.InBooks(defaults.accountId())),
                        deadline);
                analyze(
                        TradeIdea.of(instrument, price)
                                .wantedSide(Side.BUY)
                                .account(new AccountChoice.Supposed(EQUITY, instrument.quote()))
                                .view(null),
                        deadline);
            }
        } catch (RuntimeException e) {
            LOG.info("The way of a trade could not be walked before the first one: {}", e.getMessage());
        }
    }

    private void analyze(TradeIdeaBuilder idea, Deadline deadline) {
        TradeIdea complete = idea.exit(TradeExit.at(new StopChoice.Unstated(defaults.stopAtrMultiple())))
                .size(SizeChoice.ofRisk(defaults.riskPercent()))
                .build();
        flow.analyze(complete, Ticket.of(Ids.next(), clock.instant(), deadline), new WrittenOnly());
    }

    /** Writes the document and keeps nothing. */
    private final class WrittenOnly implements DecisionJournal {

        @Override
        public void opened(TradeDecision draft, TradeOrder order) {
            throw new IllegalStateException("an analysis opens no order");
        }

        @Override
        public void decided(TradeDecision decision) {
            throw new IllegalStateException("an analysis sends no order");
        }

        @Override
        public void waiting(TradeDecision decision) {
            throw new IllegalStateException("an analysis waits for nobody");
        }

        @Override
        public void concluded(TradeDecision decision) {
            LOG.debug("Walked the way of a trade: {}", documents.written(decision));
        }
    }
}
