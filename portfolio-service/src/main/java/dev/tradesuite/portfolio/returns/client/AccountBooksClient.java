package dev.tradesuite.portfolio.returns.client;

import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.returns.DayEquity;
import dev.tradesuite.portfolio.returns.EquitySource;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Accounts, from their history in ledger-service: the last point of a day is its end. On a working day on which nothing
 * changed the equity stood still; a Saturday or Sunday on which nothing changed has no end, because its market was
 * shut.
 */
@Component
final class AccountBooksClient implements EquitySource {

    /** Each day is a question of its own. */
    private static final int DAYS = 90;

    private final BooksHistoryApi ledger;

    AccountBooksClient(BooksHistoryApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean knows(StrategySource source) {
        return source instanceof StrategySource.AccountBooks;
    }

    @Override
    public int days() {
        return DAYS;
    }

    @Override
    public Answer ends(StrategySource source, LocalDate from, LocalDate through) {
        return source instanceof StrategySource.AccountBooks(String id)
                ? SourceAnswers.of(() -> ends(id, from, through))
                : new Answer.Ends(List.of());
    }

    private List<DayEquity> ends(String id, LocalDate from, LocalDate through) {
        List<DayEquity> ends = new ArrayList<>();
        Optional<EquityPoint> last = last(id, null, start(from));
        last.ifPresent(point -> ends.add(end(from.minusDays(1), point)));
        for (LocalDate day = from; !day.isAfter(through); day = day.plusDays(1)) {
            Optional<EquityPoint> ofDay = last(id, start(day), start(day.plusDays(1)));
            LocalDate ended = day;
            if (ofDay.isPresent() || !isWeekend(day)) {
                last = ofDay.isPresent() ? ofDay : last;
                last.ifPresent(point -> ends.add(end(ended, point)));
            }
        }
        return ends;
    }

    private Optional<EquityPoint> last(String id, @Nullable Instant from, Instant to) {
        return ledger.history(id, from == null ? null : from.toString(), to.toString(), 1).stream()
                .findFirst();
    }

    private static DayEquity end(LocalDate day, EquityPoint point) {
        return new DayEquity(day, point.equity(), point.netCashFlow(), point.label());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
