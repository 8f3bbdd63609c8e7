package dev.tradesuite.support.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.access.OwnedBooks.Kind;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final Duration WITHOUT_BOOKS = Duration.ofHours(12);

    private final Books books = new Books();
    private final Time time = new Time();
    private Caller caller = user("ann");
    private final Access access = new Access(new KnownOwners(books, KNOWN_FOR, WITHOUT_BOOKS, time), () -> caller);

    AccessTest() {
        books.owners.put(OwnedBooks.account("main"), "ann");
        books.owners.put(OwnedBooks.portfolio(7), "group:desk");
    }

    @Test
    void ownerPassesAndSomebodyElseFindsNothing() {
        access.require(OwnedBooks.account("main"));

        caller = user("bob");
        assertHidden(OwnedBooks.account("main"), "There is no account main");
        assertHidden(OwnedBooks.account("none"), "There is no account none");
    }

    @Test
    void whatCannotBeAnIdIsNobodysAndIsNotAskedAbout() {
        assertHidden(OwnedBooks.account("a b;c"), "There is no account a b;c");
        assertHidden(OwnedBooks.account(""), "There is no account ");
        assertHidden(OwnedBooks.account("x".repeat(65)), "There is no account " + "x".repeat(65));

        assertThat(books.asked).isEmpty();
    }

    @Test
    void groupOwnsForEverybodyInIt() {
        caller = new Caller("bob", Set.of("bob", "group:desk"), false);

        access.require(OwnedBooks.portfolio(7));
        access.require(OwnedBooks.account("portfolio-7"));
        assertHidden(OwnedBooks.account("main"), "There is no account main");
    }

    @Test
    void whoSeesAllIsNotAskedAbout() {
        caller = new Caller("root", Set.of("root"), true);
        books.away = true;

        access.require(OwnedBooks.account("main"));
        access.require(OwnedBooks.account("none"));

        assertThat(books.asked).isEmpty();
        assertThat(access.visible(Kind.ACCOUNT)).isEmpty();
    }

    @Test
    void whoHasNoNameOwnsNothing() {
        caller = new Caller(null, Set.of(), false);

        assertHidden(OwnedBooks.account("main"), "There is no account main");
        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(access::newOwner)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ProblemCode.FORBIDDEN));
    }

    @Test
    void ownerThatIsKnownIsAskedForAgainAfterAWhile() {
        access.require(OwnedBooks.account("main"));
        time.pass(KNOWN_FOR.minusSeconds(1));
        access.require(OwnedBooks.account("main"));
        assertThat(books.asked).hasSize(1);

        time.pass(Duration.ofSeconds(1));
        books.owners.put(OwnedBooks.account("main"), "bob");
        assertHidden(OwnedBooks.account("main"), "There is no account main");
        assertThat(books.asked).hasSize(2);
    }

    @Test
    void whatDoesNotExistIsAskedForEachTime() {
        assertHidden(OwnedBooks.account("new"), "There is no account new");

        books.owners.put(OwnedBooks.account("new"), "ann");

        access.require(OwnedBooks.account("new"));
    }

    @Test
    void knownOwnerCountsWhileTheBooksAreAwayAndNobodyElseDoes() {
        access.require(OwnedBooks.account("main"));
        books.away = true;
        time.pass(Duration.ofHours(11));

        access.require(OwnedBooks.account("main"));
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> access.require(OwnedBooks.portfolio(7)));
        caller = user("bob");
        assertHidden(OwnedBooks.account("main"), "There is no account main");

        caller = user("ann");
        time.pass(Duration.ofHours(2));
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> access.require(OwnedBooks.account("main")));
    }

    @Test
    void ownerIsAskedForAnewWhenItChanged() {
        access.require(OwnedBooks.account("main"));
        books.owners.put(OwnedBooks.account("main"), "bob");
        access.forget(OwnedBooks.account("main"));

        assertHidden(OwnedBooks.account("main"), "There is no account main");
    }

    @Test
    void listsHaveWhatIsOnesOwnAndOnesGroups() {
        books.owners.put(OwnedBooks.account("desk"), "group:desk");

        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main"));
        caller = new Caller("ann", Set.of("ann", "group:desk"), false);
        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main", "desk"));
        assertThat(access.visible(Kind.PORTFOLIO)).contains(Set.of("7"));
    }

    @Test
    void listThatIsRememberedHasWhatOneWasLetThroughToSince() {
        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main"));
        books.owners.put(OwnedBooks.account("new"), "ann");
        assertThat(access.visible(Kind.ACCOUNT)).as("remembered").contains(Set.of("main"));

        access.require(OwnedBooks.account("new"));

        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main", "new"));
    }

    @Test
    void listThatWasAskedForWhileAnOwnerWasLearnedIsNotRemembered() {
        books.whileListed = () -> {
            books.owners.put(OwnedBooks.account("new"), "ann");
            access.require(OwnedBooks.account("new"));
        };
        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main"));

        books.whileListed = () -> {};
        assertThat(access.visible(Kind.ACCOUNT)).contains(Set.of("main", "new"));
    }

    @Test
    void oneGivesToOneselfOrAGroupOfOnesOwn() {
        Caller ann = new Caller("ann", Set.of("ann", "group:desk"), false);

        assertThat(ann.mayGiveTo("group:desk")).isTrue();
        assertThat(ann.mayGiveTo("bob")).isFalse();
        assertThat(ann.mayGiveTo("group:others")).isFalse();
        assertThat(new Caller("root", Set.of("root"), true).mayGiveTo("bob")).isTrue();
    }

    private void assertHidden(OwnedBooks hidden, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> access.require(hidden))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ProblemCode.NOT_FOUND);
                    assertThat(refused.detail()).isEqualTo(detail);
                });
    }

    private static Caller user(String name) {
        return new Caller(name, Set.of(name), false);
    }

    private static final class Books implements OwnerSource {

        private final Map<OwnedBooks, String> owners = new HashMap<>();
        private final List<OwnedBooks> asked = new ArrayList<>();
        private boolean away;
        private Runnable whileListed = () -> {};

        @Override
        public Optional<String> ownerOf(OwnedBooks of) {
            asked.add(of);
            requireThere();
            return Optional.ofNullable(owners.get(of));
        }

        @Override
        public Set<String> ownedBy(Kind kind, Set<String> names) {
            requireThere();
            Set<String> found = owners.entrySet().stream()
                    .filter(one -> one.getKey().kind() == kind && names.contains(one.getValue()))
                    .map(one -> one.getKey().id())
                    .collect(Collectors.toSet());
            whileListed.run();
            return found;
        }

        private void requireThere() {
            if (away) {
                throw new ServiceUnavailableException("ledger", Reason.OFFLINE, "a test");
            }
        }
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
