package dev.tradesuite.support.boot;

/** A setting that keeps a service from starting, told in one sentence with its remedy. */
public final class ConfigMistake extends RuntimeException {

    private final String remedy;

    /**
     * @param mistake what is wrong, one sentence without a full stop
     * @param remedy what to do about it
     */
    public ConfigMistake(String mistake, String remedy) {
        super(mistake);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
