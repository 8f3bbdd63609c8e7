package dev.tradesuite.ledger.owner.store;

import dev.tradesuite.ledger.owner.OwnerSettings;
import dev.tradesuite.ledger.owner.Owners;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnedBooks.Kind;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code books_owner}, beside those of the books. */
@Component
final class JdbcOwners implements Owners {

    private static final String OWNED =
            """
            SELECT books.id::text AS id, coalesce(o.owner, :first) AS owner FROM %s books
            LEFT JOIN books_owner o ON o.kind = :kind AND o.id = books.id::text
            """;

    private final JdbcClient jdbc;
    private final String firstOwner;

    JdbcOwners(JdbcClient jdbc, OwnerSettings settings) {
        this.jdbc = jdbc;
        this.firstOwner = settings.firstOwner();
    }

    @Override
    public Optional<String> ownerOf(OwnedBooks books) {
        String wanted = books.kind() == Kind.PORTFOLIO ? "WHERE books.id = :id::bigint" : "WHERE books.id = :id";
        return jdbc.sql(OWNED.formatted(table(books.kind())) + wanted)
                .param("kind", books.kind().name())
                .param("first", firstOwner)
                .param("id", books.id())
                .query((row, _) -> row.getString("owner"))
                .optional();
    }

    @Override
    public Set<String> ownedBy(Kind kind, Set<String> owners) {
        return Set.copyOf(jdbc.sql(OWNED.formatted(table(kind)) + "WHERE coalesce(o.owner, :first) IN (:owners)")
                .param("kind", kind.name())
                .param("first", firstOwner)
                .param("owners", owners)
                .query((row, _) -> row.getString("id"))
                .list());
    }

    @Override
    public void set(OwnedBooks books, String owner) {
        jdbc.sql(
                        """
                        INSERT INTO books_owner (kind, id, owner) VALUES (:kind, :id, :owner)
                        ON CONFLICT (kind, id) DO UPDATE SET owner = excluded.owner
                        """)
                .param("kind", books.kind().name())
                .param("id", books.id())
                .param("owner", owner)
                .update();
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case ACCOUNT -> "account";
            case PORTFOLIO -> "portfolio";
        };
    }
}
