package dev.tradesuite.ledger.account;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static dev.tradesuite.ledger.account.TestFills.START;
import static dev.tradesuite.ledger.account.TestFills.buy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FillCatchUpTest {

    private final InMemoryLedger stored = new InMemoryLedger();
    private final BookingService books = new BookingService(
            stored.ledger(), stored, CATALOG, stored, stored, Clock.fixed(START.plusSeconds(3_600), ZoneOffset.UTC));
    private final MemoryMark mark = new MemoryMark();
    private final List<Instant> asked = new ArrayList<>();
    private final List<FillSource.Page> pages = new ArrayList<>();
    private final FillCatchUp catchUp = new FillCatchUp(this::page, stored, books, mark);

    @BeforeEach
    void openAccount() {
        books.open(new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")));
    }

    @Test
    void fillThatNoEventHasToldOfIsBookedAndTheOthersOnce() {
        Fill told = buy("0.4", "EURUSD", "1.0835").get();
        Fill lost = buy("0.1", "EURUSD", "1.0840").secondsLater(60).get();
        books.book(told, Optional.empty());
        pages.add(page(List.of(told, lost), START.plusSeconds(60), null));

        catchUp.run();

        assertThat(stored.trades).extracting(trade -> trade.fill().id()).containsExactly(told.id(), lost.id());
        assertThat(stored.find("main").orElseThrow().positions().getFirst().lots())
                .hasToString("0.5");
        assertThat(asked).containsExactly(Instant.EPOCH);
    }

    @Test
    void nextTimeItAsksFromTenMinutesBeforeTheLast() {
        pages.add(page(List.of(), null, null));
        pages.add(page(List.of(buy("0.4", "EURUSD", "1.0835").get()), START, null));
        pages.add(page(List.of(), null, null));

        catchUp.run();
        catchUp.run();
        catchUp.run();

        assertThat(asked).containsExactly(Instant.EPOCH, Instant.EPOCH, START.minusSeconds(600));
        assertThat(mark.until).isEqualTo(START);
    }

    @Test
    void readsPageByPageAndKeepsWhatItReadBeforeAFailure() {
        pages.add(page(List.of(buy("0.4", "EURUSD", "1.0835").get()), START, "next"));

        assertThatIllegalStateException().isThrownBy(catchUp::run);

        assertThat(stored.trades).hasSize(1);
        assertThat(mark.until).isEqualTo(START);
    }

    @Test
    void fillOfAnUnknownAccountHoldsUpNoOther() {
        Fill fill = buy("0.4", "EURUSD", "1.0835").get();
        pages.add(page(List.of(buy("0.1", "EURUSD", "1.0835").account("nobody").get(), fill), START, null));

        catchUp.run();

        assertThat(stored.trades).extracting(trade -> trade.fill().id()).containsExactly(fill.id());
    }

    private FillSource.Page page(Instant since, Optional<String> cursor) {
        asked.add(since);
        if (pages.isEmpty()) {
            throw new IllegalStateException("the orchestrator is away");
        }
        return pages.removeFirst();
    }

    private static FillSource.Page page(List<Fill> fills, @Nullable Instant until, @Nullable String next) {
        return new FillSource.Page(fills, Optional.ofNullable(until), Optional.ofNullable(next));
    }

    private static final class MemoryMark implements CatchUpMark {

        private @Nullable Instant until;

        @Override
        public Optional<Instant> get() {
            return Optional.ofNullable(until);
        }

        @Override
        public void set(Instant bookedUntil) {
            until = bookedUntil;
        }
    }
}
