package dev.tradesuite.risk.account;

/** Tells others that the highest equity of an account was put right. */
@FunctionalInterface
public interface HighWaterMarkEvents {

    /** Tells of it, together with the transaction it is made in. */
    void highWaterMarkChanged(HighWaterMarkChange change);
}
