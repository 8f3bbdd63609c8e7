package dev.tradesuite.support.access;

import java.util.Optional;
import java.util.Set;

/** Knows who owns what: the books themselves, or whoever asks them. */
public interface OwnerSource {

    /** Owner of the books: a subject, or {@code group:<name>}; empty when there are no such books. */
    Optional<String> ownerOf(OwnedBooks books);

    /** Ids of all books of a kind that any of these owners has. */
    Set<String> ownedBy(OwnedBooks.Kind kind, Set<String> owners);
}
