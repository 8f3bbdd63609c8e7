package dev.tradesuite.accounting.paper;

/** Why a position of a paper account ended. */
public enum PaperExitReason {
    SIGNAL_CHANGE("The model's signal changed."),
    STOP("The price reached the stop."),
    TAKE_PROFIT("The price reached the target."),
    END_OF_RUN("The run ended with the position open."),
    LIQUIDATED("Equity fell to zero or below.");

    private final String sentence;

    PaperExitReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** What the position is from then on. */
    public PaperPositionStatus status() {
        return switch (this) {
            case STOP -> PaperPositionStatus.STOPPED;
            case LIQUIDATED -> PaperPositionStatus.LIQUIDATED;
            case SIGNAL_CHANGE, TAKE_PROFIT, END_OF_RUN -> PaperPositionStatus.CLOSED;
        };
    }
}
