package dev.tradesuite.launcher.command;

import picocli.CommandLine.IVersionProvider;

/** Version of this build, from the manifest of its jar. */
final class SuiteVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"trade suite " + text(), "Java " + Runtime.version()};
    }

    static String text() {
        String version = SuiteVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
