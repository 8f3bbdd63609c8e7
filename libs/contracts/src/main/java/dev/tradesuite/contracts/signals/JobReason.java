package dev.tradesuite.contracts.signals;

/** Why a job waits or has failed. */
public enum JobReason {
    BRAIN_UNAVAILABLE("brain-service does not answer; the job goes on when it is back, and fails when it stays away."),
    BRAIN_REFUSED("brain-service refused the request for bars."),
    NO_BARS("brain-service has no bar of the symbol in the range."),
    UNEXPECTED("Something unforeseen happened; the log of signals-api-service tells more. The job tries again for a"
            + " while.");

    private final String sentence;

    JobReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
