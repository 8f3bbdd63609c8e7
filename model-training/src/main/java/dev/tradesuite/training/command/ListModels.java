package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelRead;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the versions, which of them are in use and whether they have an edge. */
@Command(name = "list", description = "Lists the versions.", mixinStandardHelpOptions = true)
final class ListModels implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelFolder models = folder.folder();
        List<String> versions = models.versions();
        if (versions.isEmpty()) {
            out.printf("No model has been trained yet in %s; rules stand in for all of them.%n", models.path());
        }
        for (String version : versions) {
            String mark = models.isInUse(version) ? "* " : "  ";
            out.println(mark + version + "  " + words(models.read(version)));
        }
        if (versions.stream().anyMatch(models::isInUse)) {
            out.println("* in use");
        }
        out.flush();
        return 0;
    }

    private static String words(ModelRead read) {
        return switch (read) {
            case ModelRead.Served readable -> words(readable.model().card());
            case ModelRead.Unreadable unreadable -> "%s: %s".formatted(ModelRead.Unreadable.CODE, unreadable.problem());
        };
    }

    private static String words(ModelCard card) {
        return "%s %s %s, %,d bars to %s. %s"
                .formatted(
                        card.model(),
                        card.origin().symbol(),
                        card.origin().timeframe(),
                        card.origin().bars(),
                        card.origin().to(),
                        card.report().verdict().edge() ? "Edge" : "No edge");
    }
}
