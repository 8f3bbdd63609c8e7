package dev.tradesuite.contracts.market;

/**
 * Why something was decided.
 *
 * @param code constant of the reason; {@code docs/reasons.md} lists them all
 * @param message the reason in a sentence, with the figures of this case
 */
public record Reason(String code, String message) {

    /** A reason whose code is a constant. */
    public static Reason of(Enum<?> code, String message) {
        return new Reason(code.name(), message);
    }
}
