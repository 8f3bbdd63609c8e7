package dev.tradesuite.signals.job;

/** A part of a job. */
public record JobPartKey(long job, String symbol) {

    /** As one word. */
    public String text() {
        return job + " " + symbol;
    }

    /** The part of such a word. */
    public static JobPartKey of(String text) {
        int space = text.indexOf(' ');
        return new JobPartKey(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }
}
