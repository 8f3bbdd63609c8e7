package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.settings.Setting;
import dev.tradesuite.launcher.settings.SettingCatalogue;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Adds the settings with their defaults to the help text. */
final class SettingsFooter implements IModelTransformer {

    @Override
    public CommandSpec transform(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        for (Setting setting : SettingCatalogue.of(Services.ALL)) {
            add(lines, setting.key() + "=" + setting.defaultValue(), setting.meaning());
        }
        add(lines, "suite.PROPERTY=VALUE", "a setting of the services, such as suite.market-source.kind=gamma");
        add(lines, "services.all.PROPERTY=VALUE", "a Spring property of every service");
        add(
                lines,
                "services.NAME.PROPERTY=VALUE",
                "a Spring property of one service, such as services.brain.server.port");
        command.usageMessage().footer(lines.toArray(String[]::new));
        return command;
    }

    private static void add(List<String> lines, String setting, String meaning) {
        lines.add("  " + setting);
        lines.add("      " + meaning);
    }
}
