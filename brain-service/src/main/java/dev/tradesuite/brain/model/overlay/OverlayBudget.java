package dev.tradesuite.brain.model.overlay;

import java.time.LocalDate;

/** Calls and tokens that the installation has in a UTC day, counted once for all instances. */
public interface OverlayBudget {

    /**
     * Takes a call and the most tokens it can take, and with it the bar: no instance gets a call for the same bar of a
     * series again, nor for an earlier one. All of it or nothing of the budget; a bar that found none left is not asked
     * about later.
     *
     * <p>When the store cannot say, it throws what it throws, and nothing may be asked.
     */
    Grant take(OverlayCall call);

    /**
     * Corrects what a call has taken.
     *
     * @param day it was taken from
     * @param difference tokens to add; below 0 gives some back
     */
    void correct(LocalDate day, long difference);

    /** What comes of wanting a call. */
    enum Grant {
        /** The call is taken. */
        GRANTED,
        /** The bar, or a later one of its series, was asked about before. */
        ASKED_ALREADY,
        /** The day has no call or too few tokens left. */
        OVER_BUDGET
    }
}
