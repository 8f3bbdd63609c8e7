/**
 * What can be set about a run of the suite.
 *
 * <p>{@link dev.tradesuite.launcher.settings.SettingCatalogue} lists every setting with its default;
 * {@link dev.tradesuite.launcher.settings.SettingsReader} reads {@code suite.yml} and {@code --set}.
 */
@NullMarked
package dev.tradesuite.launcher.settings;

import org.jspecify.annotations.NullMarked;
