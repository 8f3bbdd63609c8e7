package dev.tradesuite.support.idempotency;

/** Another request took the key first. Rolls back the transaction that wanted to begin the work. */
final class KeyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
