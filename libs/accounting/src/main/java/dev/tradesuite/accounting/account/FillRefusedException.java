package dev.tradesuite.accounting.account;

/** A fill that the books cannot take as it is; sending it again does not help. */
public final class FillRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public FillRefusedException(String message) {
        super(message);
    }
}
