package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void linesEndInAnyWayAndAreCounted() throws IOException {
        assertThat(lines(new StringReader("a\nb\r\nc\rd"))).containsExactly("1:a", "2:b", "3:c", "4:d");
        assertThat(lines(new StringReader("a\n\nb\n"))).containsExactly("1:a", "2:", "3:b");
        assertThat(lines(new StringReader(""))).isEmpty();
        assertThat(lines(new StringReader("\r\n"))).containsExactly("1:");
    }

    @Test
    void lineEndAcrossTwoReadsIsOne() throws IOException {
        assertThat(lines(oneCharacterAtATime("ab\r\ncd\r\n"))).containsExactly("1:ab", "2:cd");
    }

    @Test
    void overlongLineIsCutAndTheNextOneIsWhole() throws IOException {
        LineReader reader = new LineReader(new StringReader("x".repeat(200_000) + "\nshort\n" + "y".repeat(10)), 10);

        assertThat(reader.next()).hasSize(10);
        assertThat(reader.wasCut()).isTrue();
        assertThat(reader.next()).isEqualTo("short");
        assertThat(reader.wasCut()).isFalse();
        assertThat(reader.next()).isEqualTo("y".repeat(10));
        assertThat(reader.wasCut()).isFalse();
        assertThat(reader.next()).isNull();
    }

    private static List<String> lines(Reader text) throws IOException {
        LineReader reader = new LineReader(text, 100);
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(reader.number() + ":" + line);
        }
        return lines;
    }

    private static Reader oneCharacterAtATime(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] into, int offset, int length) throws IOException {
                return super.read(into, offset, Math.min(1, length));
            }
        };
    }
}
