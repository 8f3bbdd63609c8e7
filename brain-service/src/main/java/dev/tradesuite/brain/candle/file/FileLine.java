package dev.tradesuite.brain.candle.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file that is not blank.
 *
 * @param number from 1
 * @param text without its end
 * @param cut whether it was longer than a line may be
 */
record FileLine(long number, String text, boolean cut) {

    private static final int AHEAD = 20_000;
    private static final int AHEAD_CHARACTERS = 4_000_000;

    /** The next line that is not blank; null after the last one. */
    static @Nullable FileLine next(LineReader lines) throws IOException {
        for (String text = lines.next(); text != null; text = lines.next()) {
            if (!text.isBlank()) {
                return new FileLine(lines.number(), text, lines.wasCut());
            }
        }
        return null;
    }

    /** The lines that are read ahead to see how a file is written: days enough to tell days from months. */
    static List<FileLine> ahead(LineReader lines) throws IOException {
        List<FileLine> ahead = new ArrayList<>();
        int characters = 0;
        while (ahead.size() < AHEAD && characters < AHEAD_CHARACTERS) {
            FileLine line = next(lines);
            if (line == null) {
                break;
            }
            characters += line.text().length();
            ahead.add(line);
        }
        return ahead;
    }

    /** The cells of the line; empty when it was cut or its quotes do not match up. */
    Optional<List<String>> cells(char delimiter) {
        return cut ? Optional.empty() : CsvLine.split(text, delimiter);
    }
}
