package dev.tradesuite.support.boot;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Drops the auto-configurations of features a service does not declare.
 *
 * <p>A program without {@code suite.features} that merely has this library on its class path keeps all of them.
 */
final class FeatureFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private Set<Feature> dropped = EnumSet.noneOf(Feature.class);

    @Override
    public void setEnvironment(Environment environment) {
        if (SuiteDefaults.isSuiteService(environment)) {
            dropped = EnumSet.complementOf(Feature.declared(environment));
        }
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[autoConfigurations.length];
        for (int i = 0; i < kept.length; i++) {
            String name = autoConfigurations[i];
            kept[i] = name == null || dropped.stream().noneMatch(feature -> feature.owns(name));
        }
        return kept;
    }
}
