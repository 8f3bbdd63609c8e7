package dev.tradesuite.support.access;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Decides whether the caller may have to do with somebody's books. */
public final class Access {

    private final KnownOwners owners;
    private final Supplier<Caller> caller;

    /** @param caller who asks just now */
    Access(KnownOwners owners, Supplier<Caller> caller) {
        this.owners = owners;
        this.caller = caller;
    }

    /** Who asks just now. */
    public Caller caller() {
        return caller.get();
    }

    /**
     * The caller as the owner of what it opens.
     *
     * @throws ProblemException {@code FORBIDDEN} when its token has no subject that can own anything
     */
    public String newOwner() {
        String subject = caller.get().subject();
        if (subject == null) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "The token has no subject that could own anything");
        }
        return subject;
    }

    /** The owner of the books has changed: it is asked for anew. */
    public void forget(OwnedBooks books) {
        owners.forget(books);
    }

    /**
     * Passes when the caller owns the books, or sees all.
     *
     * @throws ProblemException {@code NOT_FOUND} when not, whether they exist or not
     */
    public void require(OwnedBooks books) {
        Caller asking = caller.get();
        if (!asking.seesAll() && !owns(asking, books)) {
            throw notFound(books.toString());
        }
    }

    /**
     * As {@link #require(OwnedBooks)} for all of them, when what is theirs has a name of its own.
     *
     * @param named such as {@code order 7}; what the problem says is not there
     */
    void require(Collection<OwnedBooks> all, String named) {
        Caller asking = caller.get();
        if (!asking.seesAll() && !all.stream().allMatch(books -> owns(asking, books))) {
            throw notFound(named);
        }
    }

    /** Ids of the caller's books of a kind, to list no others; empty when the caller sees all. */
    public Optional<Set<String>> visible(OwnedBooks.Kind kind) {
        Caller asking = caller.get();
        if (asking.seesAll()) {
            return Optional.empty();
        }
        return Optional.of(asking.names().isEmpty() ? Set.of() : owners.ownedBy(kind, asking.names()));
    }

    private boolean owns(Caller asking, OwnedBooks books) {
        return !asking.names().isEmpty()
                && books.canExist()
                && owners.ownerOf(books).filter(asking.names()::contains).isPresent();
    }

    static ProblemException notFound(String named) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no " + named);
    }
}
