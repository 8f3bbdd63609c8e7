package dev.tradesuite.sizing.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Takes a result for what it must be in a test, or fails. */
final class Answers {

    private Answers() {}

    static SizingResult.Sized sized(SizingResult result) {
        return assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(SizingResult.Sized.class))
                .actual();
    }

    static SizingResult.Refused refused(SizingResult result, Refusal.Cause cause) {
        SizingResult.Refused refused = assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(SizingResult.Refused.class))
                .actual();
        assertThat(refused.refusal().cause()).isEqualTo(cause);
        return refused;
    }

    static List<Notice.Kind> kinds(SizingResult result) {
        return result.notices().stream().map(Notice::kind).toList();
    }
}
