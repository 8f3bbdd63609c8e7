package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.RoundTripPage.LedgerTrip;
import dev.tradesuite.contracts.ledger.RoundTripReason;
import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.contracts.signals.UnavailableField;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.ledger.performance.ClosedTrip;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Round trips as the contract has them. */
public final class RoundTripMapper {

    private static final List<UnavailableField> OF_PORTFOLIOS = List.of(
            unavailable("mae", RoundTripReason.PRICES_NOT_KEPT),
            unavailable("mfe", RoundTripReason.PRICES_NOT_KEPT),
            unavailable("decision_id", RoundTripReason.NOT_IN_BOOKS));
    private static final List<UnavailableField> OF_ACCOUNTS = List.of(
            unavailable("mae", RoundTripReason.PRICES_NOT_KEPT),
            unavailable("mfe", RoundTripReason.PRICES_NOT_KEPT),
            unavailable("decision_id", RoundTripReason.NOT_IN_BOOKS));

    private RoundTripMapper() {}

    /** One of an account. */
    public static LedgerTrip of(String accountId, ClosedTrip trip) {
        return of(accountId, null, trip);
    }

    /** One of a portfolio. */
    public static LedgerTrip of(long portfolioId, ClosedTrip trip) {
        return of(null, portfolioId, trip);
    }

    /**
     * Fields that no round trip of an account has, or one of these has not.
     *
     * @param page what is told
     */
    public static List<UnavailableField> absentOfAccounts(List<ClosedTrip> page) {
        return page.stream().allMatch(trip -> trip.exit().reason() != null)
                ? OF_ACCOUNTS
                : Stream.concat(
                                OF_ACCOUNTS.stream(),
                                Stream.of(unavailable("exit_reason", RoundTripReason.BOOKED_BEFORE_TOLD)))
                        .toList();
    }

    /** Fields that no round trip of a portfolio has. */
    public static List<UnavailableField> absentOfPortfolios() {
        return OF_PORTFOLIOS;
    }

    private static LedgerTrip of(@Nullable String accountId, @Nullable Long portfolioId, ClosedTrip trip) {
        Duration held = Duration.between(trip.entry().at(), trip.exit().at());
        return new LedgerTrip(
                trip.id(),
                accountId,
                portfolioId,
                trip.symbol(),
                trip.outcome(),
                trip.direction().name().toLowerCase(Locale.ROOT),
                Amounts.stripped(trip.size()),
                trip.entry().price(),
                trip.entry().at(),
                trip.exit().price(),
                trip.exit().at(),
                Math.max(held.toSeconds(), 0),
                trip.pnl().gross(),
                trip.pnl().fees(),
                trip.pnl().net(),
                null,
                null,
                result(trip),
                trip.exit().reason(),
                trip.strategy(),
                trip.entry().orderId(),
                trip.exit().orderId(),
                null,
                trip.label());
    }

    private static TradeOutcome result(ClosedTrip trip) {
        int sign = trip.pnl().net().signum();
        return sign > 0 ? TradeOutcome.WIN : sign < 0 ? TradeOutcome.LOSS : TradeOutcome.EVEN;
    }

    private static UnavailableField unavailable(String field, RoundTripReason why) {
        return new UnavailableField(field, why.name());
    }
}
