package dev.tradesuite.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.learning.ModelFormatException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTextTest {

    @ParameterizedTest
    @EnumSource
    void readingGivesTheSamePolicyBack(NetworkKind kind) {
        TradingPolicy policy = policy(kind);
        String text = PolicyText.write(policy);

        TradingPolicy read = PolicyText.read(text);

        assertThat(PolicyText.write(read)).isEqualTo(text);
        double[][] readings = {{1, -1}, {0.5, 2}, {-3, 0}};
        assertThat(read.on(readings)).isEqualTo(policy.on(readings));
        assertThat(read.readingsPerBar()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void damageIsRefused(NetworkKind kind) {
        String text = PolicyText.write(policy(kind));

        refuses("", "does not begin with");
        refuses("{}", "does not begin with");
        refuses(text.replace("cells 4", "cells 5"), "weights");
        refuses(text.replace("cells 4", "cells 40000000"), "head of the policy is damaged");
        refuses(text.replace("network ", "network x"), "head of the policy is damaged");
        refuses(text.substring(0, text.length() / 2) + "\n", "weights");
        refuses(text.substring(0, text.lastIndexOf('\n', text.length() - 2)) + "\nNaN\n", "is no weight: 'NaN'");
        refuses(text + "1\n", "weights");
    }

    private static void refuses(String text, String because) {
        assertThatThrownBy(() -> PolicyText.read(text))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(because);
    }

    private static TradingPolicy policy(NetworkKind kind) {
        return new TradingPolicy(PolicyNetwork.random(NetworkShape.forReadings(kind, 2, 4), new Random(8)));
    }
}
