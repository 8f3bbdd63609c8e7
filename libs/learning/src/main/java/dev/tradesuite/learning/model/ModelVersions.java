package dev.tradesuite.learning.model;

import dev.tradesuite.learning.model.ModelCard.HashedFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of versions: model, symbol, timeframe, day of the last bar and the beginning of the hash of its files. */
final class ModelVersions {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,119}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ModelVersions() {}

    /** The same model with the same rules, of the same bars, has the same name. */
    static String nameOf(ModelDraft draft, List<HashedFile> files) {
        String hash = Digests.of(files.toString().getBytes(StandardCharsets.UTF_8));
        String name = "%s-%s-%s-%s-%s"
                .formatted(
                        draft.kind().shortName(),
                        draft.origin().symbol().toLowerCase(Locale.ROOT),
                        draft.origin().timeframe().toLowerCase(Locale.ROOT),
                        DAY.format(draft.origin().to()),
                        hash.substring(0, 8));
        return require(name);
    }

    /** Refuses a name that could lead out of the folder. */
    static String require(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'%s' is no version; versions look like xgb-eurusd-m5-20260630-1a2b3c4d".formatted(name));
        }
        return name;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
