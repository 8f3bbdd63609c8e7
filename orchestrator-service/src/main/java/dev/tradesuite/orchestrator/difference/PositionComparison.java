package dev.tradesuite.orchestrator.difference;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.difference.PositionGaps.PositionOf;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.trade.AccountFunds;
import dev.tradesuite.orchestrator.trade.StepAnswer;
import dev.tradesuite.orchestrator.trade.TradeAccounts;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what brokers hold with the books, in every instrument that orders of this service were filled in.
 *
 * <p>Fills reach the books a moment later, so a position with a new fill is left for the next run, and only what stays
 * as far apart for a while is told: once, and once more when both agree again. Where the broker or the books do not
 * answer, nothing is concluded.
 */
public final class PositionComparison {

    private final PositionGaps gaps;
    private final PositionGapEvents events;
    private final Brokers brokers;
    private final TradeAccounts accounts;
    private final UnitOfWork work;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long positions are apart before that is told */
    public PositionComparison(
            PositionGaps gaps,
            PositionGapEvents events,
            Brokers brokers,
            TradeAccounts accounts,
            UnitOfWork work,
            Duration grace,
            Clock clock) {
        this.gaps = gaps;
        this.events = events;
        this.brokers = brokers;
        this.accounts = accounts;
        this.work = work;
        this.grace = grace;
        this.clock = clock;
    }

    /** Compares all of them. */
    public void run() {
        Map<String, List<PositionOf>> byAccount = gaps.traded().stream()
                .collect(Collectors.groupingBy(PositionOf::accountId, LinkedHashMap::new, Collectors.toList()));
        byAccount.forEach((account, positions) -> {
            if (accounts.account(account) instanceof StepAnswer.Given<AccountFunds>(AccountFunds books)) {
                compare(brokers.of(account), books, positions);
            }
        });
    }

    private void compare(Broker broker, AccountFunds books, List<PositionOf> positions) {
        Map<PositionOf, BigDecimal> atBroker = new LinkedHashMap<>();
        try {
            for (PositionOf position : positions) {
                atBroker.put(position, broker.position(position.accountId(), position.symbol()));
            }
        } catch (BrokerUnavailableException _) {
            // The next run asks again.
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Asked last: whatever was filled since the books were read is among them.
        Set<PositionOf> moving = gaps.filledAfter(now.minus(grace));
        atBroker.forEach((position, held) -> {
            if (!moving.contains(position)) {
                work.durable(() -> seen(broker.name(), position, held, inBooks(books, position), now));
            }
        });
    }

    private static BigDecimal inBooks(AccountFunds books, PositionOf position) {
        return books.holdings().stream()
                .filter(held -> held.symbol().equals(position.symbol()))
                .map(held -> held.side() == Side.BUY
                        ? held.lots().value()
                        : held.lots().value().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void seen(String broker, PositionOf position, BigDecimal atBroker, BigDecimal inBooks, Instant now) {
        Optional<PositionGap> known = gaps.locked(position);
        if (atBroker.compareTo(inBooks) == 0) {
            known.ifPresent(gap -> {
                gaps.remove(position);
                if (gap.isTold()) {
                    events.cleared(gap.agreeing(atBroker), now);
                }
            });
            return;
        }
        PositionGap gap = known.map(before -> before.seen(atBroker, inBooks, broker, now))
                .orElseGet(() ->
                        new PositionGap(position.accountId(), position.symbol(), broker, atBroker, inBooks, now, null));
        if (gap.isDue(now.minus(grace))) {
            gap = gap.asTold();
            events.apart(gap);
        }
        gaps.save(gap);
    }
}
