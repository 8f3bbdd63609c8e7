package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.brain.candle.UnreadableSourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {

    @Test
    void aFileOfTheLargestSizeIsReadToItsEnd() throws IOException {
        assertThat(limited(10, 10).readAllBytes()).hasSize(10);
        LimitedInputStream byteByByte = limited(2, 2);
        assertThat(byteByByte.read()).isZero();
        assertThat(byteByByte.read()).isZero();
        assertThat(byteByByte.read()).isEqualTo(-1);
    }

    @Test
    void aLargerOneIsRefusedBeforeAllOfItIsRead() {
        assertThatExceptionOfType(UnreadableSourceException.class)
                .isThrownBy(() -> limited(11, 10).readAllBytes())
                .satisfies(refused -> assertThat(refused.isTooLarge()).isTrue());
        assertThatExceptionOfType(UnreadableSourceException.class).isThrownBy(() -> {
            LimitedInputStream byteByByte = limited(2, 1);
            assertThat(byteByByte.read()).isZero();
            assertThat(byteByByte.read()).isNotNegative();
        });
    }

    private static LimitedInputStream limited(int size, long limit) {
        return new LimitedInputStream(new ByteArrayInputStream(new byte[size]), limit);
    }
}
