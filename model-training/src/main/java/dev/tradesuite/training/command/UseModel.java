package dev.tradesuite.training.command;

import dev.tradesuite.learning.model.ModelCard;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a version into use for its symbol and timeframe. */
@Command(
        name = "use",
        description = "Takes a version into use for the symbol and timeframe it was trained on.",
        mixinStandardHelpOptions = true)
final class UseModel implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder;

    @Parameters(paramLabel = "VERSION", description = "A version, as 'list' shows it.")
    private String version;

    @Override
    public Integer call() {
        ModelCard card = folder.folder().use(version);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "In use for %s on %s %s: %s%n",
                card.model(), card.origin().symbol(), card.origin().timeframe(), version);
        out.println(card.report().verdict().sentence());
        out.flush();
        return 0;
    }
}
