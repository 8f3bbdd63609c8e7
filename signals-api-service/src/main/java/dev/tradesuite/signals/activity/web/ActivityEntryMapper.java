package dev.tradesuite.signals.activity.web;

import dev.tradesuite.contracts.signals.ActivityEntry;
import dev.tradesuite.contracts.signals.NotificationEntry;
import dev.tradesuite.signals.activity.Happening;
import dev.tradesuite.signals.activity.KeptActivity;
import dev.tradesuite.support.table.TableAnswer;
import java.util.List;

/** Lines as the contracts have them, and as comma-separated values. */
public final class ActivityEntryMapper {

    private static final String HEADER =
            "activity_id,at,kind,event,summary,account_id,symbol,strategy,subject,trace_id,notification";

    private ActivityEntryMapper() {}

    /** A line. */
    public static ActivityEntry entry(KeptActivity line) {
        Happening what = line.what();
        Happening.About about = what.about();
        return new ActivityEntry(
                line.id(),
                what.origin().at(),
                what.kind(),
                what.origin().event(),
                what.summary(),
                about.account(),
                about.symbol(),
                about.strategy(),
                about.subject(),
                what.origin().traceId(),
                what.topic().orElse(null));
    }

    /** A line that is a notification. */
    public static NotificationEntry notification(KeptActivity line) {
        Happening what = line.what();
        Happening.About about = what.about();
        return new NotificationEntry(
                line.id(),
                what.origin().at(),
                what.topic().orElseThrow(),
                what.kind(),
                what.summary(),
                about.account(),
                about.symbol(),
                about.strategy(),
                about.subject(),
                what.origin().traceId(),
                line.readAt().orElse(null));
    }

    /** One line each below the names of the fields. */
    static String csv(List<KeptActivity> lines) {
        return TableAnswer.csv(HEADER, lines.stream().map(ActivityEntryMapper::row));
    }

    private static List<String> row(KeptActivity line) {
        Happening what = line.what();
        Happening.About about = what.about();
        return TableAnswer.row(
                line.id(),
                what.origin().at(),
                what.kind(),
                what.origin().event(),
                what.summary(),
                about.account(),
                about.symbol(),
                about.strategy(),
                about.subject(),
                what.origin().traceId(),
                what.topic().orElse(null));
    }
}
