package dev.tradesuite.support.boot;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Keeps a service from starting with a secret that everybody can read in this repository.
 *
 * <p>{@code ./suite up} makes secrets of its own; in containers they come from {@code .env}. Whoever only tries the
 * suite out says so with {@code SUITE_TRIAL_SECRETS=allow}.
 */
final class TrialSecrets implements BeanFactoryPostProcessor {

    /** Setting that allows them; {@code SUITE_TRIAL_SECRETS} in the environment. */
    static final String SETTING = "suite.trial-secrets";

    /** How every secret of the trial configuration begins. */
    private static final String TRIAL = "trial-";

    private static final String PASSWORD = "spring.datasource.password";

    private static final List<String> SECRETS =
            List.of(PASSWORD, "suite.service-client.secret", "suite.kafka.password", "suite.events.signing-secret");

    private final Environment environment;

    TrialSecrets(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (SuiteDefaults.isSuiteService(environment)) {
            requireOwn(environment);
        }
    }

    static void requireOwn(Environment environment) {
        String allowed = environment.getProperty(SETTING, "");
        if (allowed.equals("allow")) {
            return;
        }
        found(environment).ifPresent(setting -> {
            throw new ConfigMistake(
                    "%s is a secret of the trial configuration, which everybody knows".formatted(setting),
                    "Make secrets of your own: deploy/make-secrets writes them to .env. Only to try the suite out on a"
                            + " machine nobody else reaches, set SUITE_TRIAL_SECRETS=allow.");
        });
    }

    private static Optional<String> found(Environment environment) {
        return SECRETS.stream()
                .filter(setting -> isTrial(setting, environment.getProperty(setting, "")))
                .findFirst();
    }

    private static boolean isTrial(String setting, String value) {
        return value.startsWith(TRIAL)
                // What a service of its own falls back to.
                || (setting.equals(PASSWORD) && value.equals("suite"));
    }
}
