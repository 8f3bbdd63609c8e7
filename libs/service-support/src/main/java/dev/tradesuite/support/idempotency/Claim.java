package dev.tradesuite.support.idempotency;

import java.util.UUID;

/** The right to do the work of one request. Its methods join the transaction they are called in. */
public interface Claim {

    /** The claim of a request without a key: it may be repeated as often as somebody likes. */
    Claim NONE = new Claim() {
        @Override
        public void take(UUID subject) {
            // Nothing to hold on to.
        }

        @Override
        public void answer(String answer) {
            // Nobody will ask for it.
        }
    };

    /**
     * The work begins: takes the key in the transaction that begins it, which ends with an exception when another
     * request was first.
     *
     * @param subject what the work is about; who finishes it after a crash answers under this. When the service is one
     *     of the {@link StoredAnswers} of it, no answer has to be left
     */
    void take(UUID subject);

    /** The work is done: leaves the answer in the transaction that ends it. Takes the key if that was not done yet. */
    void answer(String answer);
}
