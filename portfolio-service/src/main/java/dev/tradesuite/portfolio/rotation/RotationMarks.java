package dev.tradesuite.portfolio.rotation;

import java.util.List;
import java.util.Set;

/** Strategies that are to be looked at soon. */
public interface RotationMarks {

    /** A mark, as it was read. */
    record Mark(String code, long markedAtMicros) {}

    /** Marks those of some that are on paper or with money, in the transaction under way, if there is one. */
    void mark(Set<String> codes, String cause);

    /** Marks all on paper and with money, in the transaction under way, if there is one. */
    void markAll(String cause);

    /** All marks. */
    List<Mark> all();

    /** Takes marks away that are no newer than these. */
    void clear(List<Mark> seen);

    /** Codes of marks. */
    static Set<String> codes(List<Mark> marks) {
        return Set.copyOf(marks.stream().map(Mark::code).toList());
    }
}
