package dev.tradesuite.portfolio.following;

/** When new capital changes the size of what is held. */
public enum ResizeMode {
    /** At once. */
    NOW,
    /** When the model's signal changes next. */
    NEXT_SIGNAL
}
