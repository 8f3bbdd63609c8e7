package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.HourEquity;
import dev.tradesuite.portfolio.returns.HourlySource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accounts, from their history in ledger-service: the last point of an hour is its end. In an hour of a working day in
 * which nothing changed the equity stood still; one of a Saturday or Sunday in which nothing changed has no end.
 */
@Component
final class AccountBooksHoursClient implements HourlySource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final BooksHistoryApi ledger;

    AccountBooksHoursClient(BooksHistoryApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.AccountBooks;
    }

    /** Each hour is a question of its own. */
    @Override
    public Duration reach() {
        return Duration.ofDays(10);
    }

    /** Books are only added to. */
    @Override
    public Duration again() {
        return HOUR;
    }

    @Override
    public Answer hours(StrategySource source, Instant after, Instant now) {
        return source instanceof StrategySource.AccountBooks(String id)
                ? HourAnswers.of(after, () -> ends(id, after.truncatedTo(ChronoUnit.HOURS), now))
                : new Answer.Hours(List.of());
    }

    private List<HourEquity> ends(String id, Instant first, Instant now) {
        List<HourEquity> ends = new ArrayList<>();
        Optional<EquityPoint> last = last(id, null, first);
        last.ifPresent(point -> ends.add(end(first, point)));
        for (Instant end = first.plus(HOUR); !end.isAfter(now); end = end.plus(HOUR)) {
            Optional<EquityPoint> ofHour = last(id, end.minus(HOUR), end);
            Instant ended = end;
            if (ofHour.isPresent() || !isWeekend(end.minus(HOUR))) {
                last = ofHour.isPresent() ? ofHour : last;
                last.ifPresent(point -> ends.add(end(ended, point)));
            }
        }
        return ends;
    }

    private Optional<EquityPoint> last(String id, @Nullable Instant from, Instant to) {
        return ledger.history(id, from == null ? null : from.toString(), to.toString(), 1).stream()
                .findFirst();
    }

    private static HourEquity end(Instant end, EquityPoint point) {
        return new HourEquity(end, point.equity(), point.netCashFlow(), point.label());
    }

    private static boolean isWeekend(Instant hour) {
        DayOfWeek day = LocalDate.ofInstant(hour, ZoneOffset.UTC).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
