package dev.tradesuite.risk.account;

/** A report that cannot be of the books it says it is of. It changes nothing. */
public final class ImplausibleReportException extends IllegalArgumentException {

    /** @param reason what was expected and what was found */
    public ImplausibleReportException(String reason) {
        super(reason);
    }
}
