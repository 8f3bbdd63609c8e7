package dev.tradesuite.risk.exposure;

import dev.tradesuite.risk.account.RiskAccountService;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.SubjectDirectory;
import java.util.List;

/** Whom trading states can be about: what is remembered here, and what the services that keep them list. */
public final class KnownSubjects implements SubjectDirectory {

    private final RiskAccountService books;
    private final RiskAccounts accounts;
    private final ReservationStore reservations;
    private final Names names;

    public KnownSubjects(RiskAccountService books, RiskAccounts accounts, ReservationStore reservations, Names names) {
        this.books = books;
        this.accounts = accounts;
        this.reservations = reservations;
        this.names = names;
    }

    /** Who knows portfolios and strategies. */
    public interface Names {

        /** Whether there is a portfolio. */
        Answer portfolio(String portfolioId);

        /** What each of those who may know a strategy says of it. */
        List<Answer> strategy(String strategy);
    }

    /** Whether there is one of the name. */
    public enum Answer {
        /** There is. */
        KNOWN,
        /** There is none. */
        UNKNOWN,
        /** Nobody answers. */
        NOT_ANSWERED
    }

    @Override
    public boolean isUnknown(StateSubject subject) {
        String id = subject.id();
        return switch (subject.scope()) {
            case ACCOUNT -> books.find(id) instanceof RiskAccountService.Answer.NoSuchAccount;
            case PORTFOLIO ->
                accounts.find(StateSubject.accountOf(id)).isEmpty() && names.portfolio(id) == Answer.UNKNOWN;
            case STRATEGY ->
                !reservations.hasStrategy(id)
                        && names.strategy(id).stream().allMatch(answer -> answer == Answer.UNKNOWN);
            // Which markets there are nobody here knows; the names of instruments are the catalogue's.
            case SYMBOL, ALL -> false;
        };
    }
}
