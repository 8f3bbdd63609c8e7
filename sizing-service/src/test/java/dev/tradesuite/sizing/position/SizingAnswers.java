package dev.tradesuite.sizing.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.SizingReason;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Takes a result for what it must be in a test, or fails. */
final class SizingAnswers {

    private SizingAnswers() {}

    static SizingResult.Sized sized(SizingResult result) {
        return assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(SizingResult.Sized.class))
                .actual();
    }

    static SizingResult.Refused refused(SizingResult result, SizingReason cause) {
        SizingResult.Refused refused = assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(SizingResult.Refused.class))
                .actual();
        assertThat(refused.refusal().code()).isEqualTo(cause.name());
        return refused;
    }

    static List<SizingReason> reasons(SizingResult result) {
        return result.notices().stream()
                .map(notice -> SizingReason.valueOf(notice.reason().code()))
                .toList();
    }
}
