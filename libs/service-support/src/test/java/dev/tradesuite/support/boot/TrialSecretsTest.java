package dev.tradesuite.support.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class TrialSecretsTest {

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", variables));
        return environment;
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_PASSWORD, trial-database-password, spring.datasource.password",
        "SPRING_DATASOURCE_PASSWORD, suite, spring.datasource.password",
        "SUITE_SERVICE_CLIENT_SECRET, trial-service-secret, suite.service-client.secret",
        "SUITE_EVENTS_SIGNING_SECRET, trial-signing-secret, suite.events.signing-secret"
    })
    void refusesASecretOfTheTrialConfigurationAndSaysWhatToDo(String variable, String value, String setting) {
        assertThatThrownBy(() -> TrialSecrets.requireOwn(environment(Map.of(variable, value))))
                .isInstanceOfSatisfying(
                        ConfigMistake.class, mistake -> assertThat(mistake.getMessage() + " " + mistake.remedy())
                                .startsWith(setting + " is a secret of the trial configuration")
                                .contains("deploy/make-secrets", "SUITE_TRIAL_SECRETS=allow"));
    }

    @Test
    void allowsThemWhenToldTo() {
        assertThatCode(() -> TrialSecrets.requireOwn(environment(
                        Map.of("SUITE_SERVICE_CLIENT_SECRET", "trial-service-secret", "SUITE_TRIAL_SECRETS", "allow"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TrialSecrets.requireOwn(environment(
                        Map.of("SUITE_SERVICE_CLIENT_SECRET", "trial-service-secret", "SUITE_TRIAL_SECRETS", "no"))))
                .isInstanceOf(ConfigMistake.class);
    }

    @Test
    void saysNothingAboutSecretsOfOnesOwn() {
        assertThatCode(() -> TrialSecrets.requireOwn(environment(Map.of(
                        "SPRING_DATASOURCE_PASSWORD", "on-trial-since-1999", "SUITE_SERVICE_CLIENT_SECRET", "own"))))
                .doesNotThrowAnyException();
    }
}
